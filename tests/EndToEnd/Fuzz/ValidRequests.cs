using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kommunebro.Tests.EndToEnd.Walk;
using NJsonSchema;
using NSwag;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Requests as the description asks for them: its examples, moved to what the reader speaks of, with more fields now and then.</summary>
internal sealed partial class ValidRequests(Finds finds, Reader reader, Random random)
{
    /// <summary>What the description cannot tell of a file: its media type and its text.</summary>
    private static readonly Dictionary<string, (string MediaType, string Text, string Query)> Files = new()
    {
        ["POST needs/imports"] = ("text/csv", $"municipality,area,horizon,urgency,languages,sensitivity\n{Journey.Vyshnivetska},WAT,long,1,uk,restricted", "dryRun=false"),
        ["POST needs/{id}/attachments"] = ("application/pdf", "%PDF-1.7", "name=decision.pdf"),
        ["PUT imports/{register}"] = ("application/json", """{"correspondenceItems":[{"sourceCode":"4998","targetCode":"6"}]}""", "file=centrality.json&target=128"),
    };

    private static readonly string[] Languages = ["nb", "uk", "en"];

    private int _keys;

    /// <summary>A request, with ids of things that there are where there are any.</summary>
    public FuzzedRequest Make(Operation operation)
    {
        var ids = operation.Kind is { } kind ? finds.One(kind, reader.Side, random) ?? [$"{Guid.CreateVersion7()}", $"{Guid.CreateVersion7()}"] : [];
        var request = new FuzzedRequest(
            operation, ids, Requests.Fill(operation.Path, [.. ids.Select(Uri.EscapeDataString)]), [.. Query(operation)], [.. Headers(operation, ids)], null, null);
        if (Files.TryGetValue(operation.Call, out var file))
            return request with { Query = [.. file.Query.Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))], Body = Encoding.UTF8.GetBytes(file.Text), MediaType = file.MediaType };
        return operation.Told.RequestBody?.Content.TryGetValue("application/json", out var body) ?? false
            ? request with { Body = Body(operation, body), MediaType = "application/json" }
            : request;
    }

    private IEnumerable<(string Name, string Value)> Query(Operation operation) => operation.Told.ActualParameters
        .Where(parameter => parameter.Kind == OpenApiParameterKind.Query && (parameter.IsRequired || parameter.Name is "with" or "supplier" or "need" || random.Next(3) == 0))
        .Select(parameter => (parameter.Name, Uri.EscapeDataString(Text(parameter.Name, parameter.Example?.ToString(), parameter.Description))));

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, IReadOnlyList<string> ids)
    {
        if (operation.Takes("If-Match") && operation.Kind is { } kind)
            yield return ("If-Match", finds.VersionOf(kind, ids) ?? "\"1\"");
        if (operation.Takes("Idempotency-Key") && random.Next(2) == 0)
            yield return ("Idempotency-Key", $"fuzz-{operation.Told.OperationId}-{_keys++}");
        if (operation.Takes("Accept-Language") && random.Next(4) == 0)
            yield return ("Accept-Language", Languages[random.Next(Languages.Length)]);
    }

    private byte[] Body(Operation operation, OpenApiMediaType told)
    {
        var example = told.Example ?? told.Examples.Values.FirstOrDefault()?.Value;
        var body = example is null ? [] : JsonNode.Parse($"{example}")!.AsObject();
        foreach (var (name, schema) in told.Schema.ActualSchema.ActualProperties)
            if (body.ContainsKey(name) ? IsPlace(name, $"{body[name]}") : random.Next(12) == 0)
                body[name] = Value(name, schema.ActualTypeSchema, schema.Description, body[name], 0);
        if (body.ContainsKey("sensitivity") && (reader.Side != "other" || random.Next(2) == 0))
            body["sensitivity"] = "restricted";
        return Encoding.UTF8.GetBytes(Canaries.Sing(operation, body, reader).ToJsonString());
    }

    private JsonNode? Value(string name, JsonSchema schema, string? description, JsonNode? example, int depth) => schema.Type switch
    {
        _ when schema.Enumeration.Count > 0 => $"{schema.Enumeration.ElementAt(random.Next(schema.Enumeration.Count))}",
        var type when type.HasFlag(JsonObjectType.Boolean) => random.Next(2) == 0,
        var type when type.HasFlag(JsonObjectType.Integer) => random.Next(1, 30),
        var type when type.HasFlag(JsonObjectType.Number) => random.Next(1, 500) / 10.0,
        var type when type.HasFlag(JsonObjectType.Array) => new JsonArray(Value(name, schema.Item?.ActualSchema ?? new JsonSchema(), description, null, depth + 1)),
        var type when type.HasFlag(JsonObjectType.String) => Text(name, $"{example}", description),
        _ when depth < 3 => new JsonObject(schema.ActualProperties.Where(_ => random.Next(2) == 0).Select(
            property => KeyValuePair.Create(property.Key, Value(property.Key, property.Value.ActualTypeSchema, property.Value.Description, null, depth + 1)))),
        _ => null,
    };

    private string Text(string name, string? example, string? description)
    {
        if (IsPlace(name, example))
            return IsNorwegian(name, example) ? reader.Municipality : reader.Hromada;
        if (name is "with" or "need" || name.EndsWith("Id", StringComparison.Ordinal))
            return finds.One(name is "with" ? "matching-runs/{}" : $"{(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name)}s/{{}}", reader.Side, random)?[0] ?? $"{Guid.CreateVersion7()}";
        if (!string.IsNullOrEmpty(example))
            return example;
        if (description?.Contains("yyyy-MM-dd", StringComparison.Ordinal) ?? false)
            return TimeProvider.System.GetUtcNow().AddDays(random.Next(1, 300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = Word().Matches(description ?? "").Select(match => match.Value).ToList();
        return words.Count == 0 ? name : words[random.Next(words.Count)];
    }

    private static bool IsPlace(string name, string? example) =>
        name is "municipality" or "hromada" or "supplier" || (example is not null && Code().IsMatch(example));

    private static bool IsNorwegian(string name, string? example) =>
        name == "supplier" || example?.Length == 4;

    [GeneratedRegex("^(UA[0-9]{17}|[0-9]{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[a-z][a-z_]+(?=,| or |\\.|:)", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
