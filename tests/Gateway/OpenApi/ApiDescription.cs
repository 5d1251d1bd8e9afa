using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Gateway;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>The services' descriptions, merged into the one that the gateway serves.</summary>
internal static class ApiDescription
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The services to which the gateway's routes lead the API.</summary>
    public static IReadOnlyList<string> RoutedServices { get; } = [.. Routes()
        .Where(route => route.Path.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(route => route.Cluster).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Path and cluster of each of the gateway's routes.</summary>
    public static IEnumerable<(string Path, string Cluster)> Routes() => ConfiguredRoutes().Select(route => (PathOf(route), (string)route["ClusterId"]!));

    /// <summary>Where the paths begin whose answers the gateway keeps.</summary>
    public static IEnumerable<string> KeptPaths() =>
        ConfiguredRoutes().Where(route => route["OutputCachePolicy"] is not null).Select(route => PathOf(route).Split("/{")[0]);

    private static string PathOf(JsonNode route) => (string)route["Match"]!["Path"]!;

    private static IReadOnlyList<JsonNode> ConfiguredRoutes()
    {
        using var defaults = typeof(GatewayHost).Assembly.GetManifestResourceStream("defaults.json")!;
        return [.. JsonNode.Parse(defaults)!["Gateway"]!["ReverseProxy"]!["Routes"]!.AsObject().Select(route => route.Value!)];
    }

    /// <summary>The whole, as text.</summary>
    public static async Task<string> MakeAsync()
    {
        var (docs, names) = (new XmlDocs(), new SchemaNames());
        var services = RoutedServices.Where(IsBuilt).Select(name => new DescribedService(name, docs, names)).ToList();
        // Names that two services share are known only when all were seen once.
        foreach (var service in services)
            await service.DescribeAsync();
        var paths = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var schemas = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            var document = await service.DescribeAsync();
            Move(document["paths"], paths);
            MakeChoicesPlain(document["components"]?["schemas"]);
            Move(document["components"]?["schemas"], schemas);
        }

        var whole = Frame();
        whole["paths"] = new JsonObject(paths!);
        whole["components"]!["schemas"] = Merge(whole["components"]!["schemas"]!.AsObject(), schemas);
        whole["tags"] = new JsonArray([.. paths.Keys.Select(path => path.Split('/')[3]).Distinct().Select(tag => new JsonObject { ["name"] = tag })]);
        Complete(whole);
        return whole.ToJsonString(Readable) + "\n";
    }

    private static void Complete(JsonObject whole)
    {
        var components = whole["components"]!.AsObject();
        components["examples"] = new JsonObject();
        SharedRefusals.Add(components);
        var examples = new Examples(components);
        foreach (var (path, operations) in whole["paths"]!.AsObject())
            foreach (var operation in operations!.AsObject().Select(one => one.Value!.AsObject()))
            {
                OperationAnswers.Complete(operation, path, components["schemas"]!.AsObject());
                examples.Complete(operation);
            }
    }

    /// <summary>
    /// The framework counts "none" among a choice's values when any field may leave it out. Such a field says so itself, and
    /// generators of clients make a second type of it.
    /// </summary>
    private static void MakeChoicesPlain(JsonNode? schemas)
    {
        foreach (var schema in schemas?.AsObject().Select(one => one.Value!.AsObject()).Where(one => one["enum"] is not null) ?? [])
        {
            schema["enum"] = new JsonArray([.. schema["enum"]!.AsArray().Where(value => value is not null).Select(value => value!.DeepClone())]);
            schema["type"] = "string";
        }
    }

    private static bool IsBuilt(string service) => File.Exists(Path.Combine(AppContext.BaseDirectory, $"Kommunebro.{service}.dll"));

    private static void Move(JsonNode? from, SortedDictionary<string, JsonNode> to)
    {
        foreach (var (name, node) in from?.AsObject() ?? [])
            if (!to.TryAdd(name, node!.DeepClone()))
                Assert.True(JsonNode.DeepEquals(to[name], node), $"Two services describe {name} differently:\n{to[name]}\n{node}");
    }

    private static JsonObject Merge(JsonObject own, SortedDictionary<string, JsonNode> schemas)
    {
        foreach (var (name, schema) in own)
            schemas[name] = schema!.DeepClone();
        return new JsonObject(schemas!);
    }

    /// <summary>What stands around the services' parts.</summary>
    private static JsonObject Frame()
    {
        using var frame = Assembly.GetExecutingAssembly().GetManifestResourceStream("frame.json")!;
        var document = JsonNode.Parse(frame)!.AsObject();
        document["components"]!["securitySchemes"]!["clientCredentials"]!["flows"]!["clientCredentials"]!["scopes"] = new JsonObject(
            AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Partner)
                .Select(rule => KeyValuePair.Create(rule.Name, (JsonNode?)OperationNames.Words(rule.Name.Replace('.', ' ')))));
        return document;
    }
}
