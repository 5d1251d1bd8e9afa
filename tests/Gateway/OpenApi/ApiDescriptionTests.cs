using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kommunebro.Gateway;
using Kommunebro.ServiceDefaults;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Kommunebro.Tests.Gateway.OpenApi;

public sealed class ApiDescriptionTests
{
    private static readonly Lazy<Task<string>> Made = new(ApiDescription.MakeAsync);

    [Fact]
    public async Task The_committed_description_is_what_the_services_say()
    {
        var made = await Made.Value;
        if (Environment.GetEnvironmentVariable("KOMMUNEBRO_WRITE_GOLDEN") == "yes")
            await File.WriteAllTextAsync(CommittedFile(), made);

        Assert.True(
            made == await File.ReadAllTextAsync(CommittedFile()),
            "gateway/openapi/v1.json is out of date. Write it anew: KOMMUNEBRO_WRITE_GOLDEN=yes dotnet run --project tests/Gateway -- -method '*ApiDescription*'");
    }

    [Fact]
    public void Every_service_of_the_api_is_described() => Assert.All(
        ApiDescription.RoutedServices,
        service => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, $"Kommunebro.{service}.dll")), $"There is no service {service}."));

    [Fact]
    public async Task It_is_valid_openapi()
    {
        var result = OpenApiDocument.Parse(await Made.Value, "json", new OpenApiReaderSettings());

        Assert.Empty(result.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = JsonNode.Parse(await Made.Value)!;

        Assert.All(ReferencesIn(document), reference => Assert.NotNull(
            reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)document, (node, part) => node?[part])));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_words_and_an_answer()
    {
        var operations = Operations(await Made.Value).ToList();

        Assert.All(operations, operation => Assert.Matches("^[A-Z][A-Za-z]+$", (string?)operation.Node["operationId"]));
        Assert.Equal(operations.Count, operations.Select(operation => (string?)operation.Node["operationId"]).Distinct().Count());
        Assert.All(operations, operation => Assert.NotEmpty((string?)operation.Node["summary"] ?? ""));
        // A method's name is no word of a partner.
        Assert.All(operations, operation => Assert.DoesNotContain("Async", (string?)operation.Node["description"] ?? "", StringComparison.Ordinal));
        Assert.All(operations, operation => Assert.All(operation.Node["security"]!.AsArray(), way => Assert.Single(way!.AsObject())));
        Assert.All(operations, operation => Assert.Equal("#/components/responses/Problem", (string?)operation.Node["responses"]!["default"]!["$ref"]));
        Assert.All(operations, operation => Assert.True(HasAnswer(operation.Node), $"{operation.Path} {operation.Method} tells no answer: let its handler return TypedResults."));
    }

    [Fact]
    public async Task Every_parameter_of_a_query_is_in_lower_camel_case()
    {
        var parameters = Operations(await Made.Value)
            .SelectMany(operation => operation.Node["parameters"]?.AsArray() ?? [], (operation, parameter) => (operation.Path, Parameter: parameter!))
            .Where(one => (string?)one.Parameter["in"] == "query").ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, one => Assert.Matches("^[a-z][A-Za-z]*$", (string?)one.Parameter["name"]));
    }

    [Fact]
    public async Task No_two_operations_are_told_in_the_same_words()
    {
        var summaries = Operations(await Made.Value).GroupBy(operation => (string?)operation.Node["summary"], StringComparer.Ordinal);

        Assert.All(summaries, told => Assert.True(
            told.Count() == 1, $"{string.Join(", ", told.Select(operation => $"{operation.Method} {operation.Path}"))}: \"{told.Key}\". Give each WithSummary."));
    }

    [Fact]
    public async Task Every_path_is_routed_and_every_route_is_described()
    {
        var resources = Operations(await Made.Value).Select(operation => operation.Path.Split('/')[3]).Distinct();
        var routed = ApiDescription.Routes().Where(route => route.Path.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(route => route.Path.Split('/')[3]).Distinct();

        Assert.Equal(routed.Order(StringComparer.Ordinal), resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_gateway_keeps_is_not_given_in_part()
    {
        var kept = ApiDescription.KeptPaths().ToList();
        var inPart = Operations(await Made.Value).Where(operation => operation.Node["parameters"]?.AsArray()
            .Any(parameter => (string?)parameter!["name"] == PartialAnswers.Parameter) == true).Select(operation => operation.Path).ToList();

        Assert.NotEmpty(kept);
        Assert.NotEmpty(inPart);
        // It keeps one answer for all queries.
        Assert.All(inPart, path => Assert.DoesNotContain(kept, prefix => path.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_gateway_serves_the_committed_description()
    {
        using var embedded = new StreamReader(typeof(GatewayHost).Assembly.GetManifestResourceStream("openapi/v1.json")!);

        Assert.Equal(await File.ReadAllTextAsync(CommittedFile()), await embedded.ReadToEndAsync());
    }

    private static bool HasAnswer(JsonNode operation) => operation["responses"]!.AsObject()
        .Any(response => response.Key.StartsWith('2') && (response.Key == "204" || response.Value!["content"] is not null));

    private static IEnumerable<(string Path, string Method, JsonNode Node)> Operations(string document) =>
        from path in JsonNode.Parse(document)!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "patch" or "delete"
        select (path.Key, operation.Key, operation.Value!);

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : ReferencesIn(field.Value)),
        JsonArray items => items.SelectMany(ReferencesIn),
        _ => [],
    };

    internal static string CommittedFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "gateway", "openapi", "v1.json"));
}
