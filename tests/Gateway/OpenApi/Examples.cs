using System.Reflection;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>
/// Adds examples: those of requests and parameters as a person wrote them (examples.json), those of answers put together from their
/// schema. A linter of other people's making holds them all against the schemas.
/// </summary>
internal sealed class Examples
{
    private readonly JsonObject _written = Read();
    private readonly JsonObject _components;

    public Examples(JsonObject components) => _components = components;

    public void Complete(JsonObject operation)
    {
        foreach (var parameter in operation["parameters"]?.AsArray().Where(one => one!["name"] is not null) ?? [])
            if (_written["parameters"]![(string)parameter!["name"]!] is { } value)
                parameter["example"] = value.DeepClone();
        foreach (var media in Media(operation["requestBody"]))
            if (RequestOf(operation, media) is { } request)
                media["example"] = request.DeepClone();
        foreach (var (status, response) in operation["responses"]!.AsObject())
            foreach (var media in status.StartsWith('2') ? Media(response) : [])
                if (NameOf(media["schema"]) is { } schema)
                    media["examples"] = new JsonObject { [schema] = Answer(schema) };
    }

    /// <summary>By the operation's name where it says the same type differently, else by the type's.</summary>
    private JsonNode? RequestOf(JsonObject operation, JsonNode media) =>
        _written["requests"]![(string)operation["operationId"]!] ?? (NameOf(media["schema"]) is { } schema ? _written["requests"]![schema] : null);

    private JsonObject Answer(string schema)
    {
        var examples = _components["examples"]!.AsObject();
        if (!examples.ContainsKey(schema))
            examples[schema] = new JsonObject { ["value"] = OfSchema(_components["schemas"]![schema]!, schema, 0) };
        return OperationAnswers.Reference("examples", schema);
    }

    private JsonNode? OfSchema(JsonNode schema, string field, int depth)
    {
        if (NameOf(schema) is { } name)
            return OfSchema(_components["schemas"]![name]!, field, depth + 1);
        if (schema["oneOf"] is JsonArray choices)
            // What may be missing is left out of what is deep inside already.
            return depth > 3 ? null : OfSchema(choices.First(choice => NameOf(choice) is not null)!, field, depth);
        if (schema["enum"] is JsonArray values)
            return values[0]!.DeepClone();
        return TypeOf(schema) switch
        {
            "object" => OfObject(schema, depth),
            "array" when NameOf(schema["items"]) is not null => depth > 3 ? [] : new JsonArray(OfSchema(schema["items"]!, field, depth + 1)),
            "array" => Written(field) as JsonArray ?? [],
            var type => Written(field) is { } written && Fits(written, type, schema) ? written : Plain(type, (string?)schema["format"]),
        };
    }

    private JsonObject OfObject(JsonNode schema, int depth) => new(
        (schema["properties"]?.AsObject() ?? []).Select(one => KeyValuePair.Create(one.Key, OfSchema(one.Value!, one.Key, depth))));

    private JsonNode? Written(string field) => _written["fields"]![field]?.DeepClone();

    /// <summary>The same word may be a number here and a text there.</summary>
    private static bool Fits(JsonNode value, string? type, JsonNode schema) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => type == "string" && schema["format"] is null,
        System.Text.Json.JsonValueKind.Number => type is "integer" or "number",
        _ => false,
    };

    private static JsonNode? Plain(string? type, string? format) => (type, format) switch
    {
        ("string", "uuid") => "01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10",
        ("string", "date") => "2026-01-15",
        ("string", "date-time") => "2026-01-15T09:30:00+00:00",
        ("string", _) => "…",
        ("integer", _) => 1,
        ("number", _) => 0.5,
        ("boolean", _) => false,
        _ => null,
    };

    private static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => (string?)type).First(type => type != "null"),
        var type => (string?)type,
    };

    private static string? NameOf(JsonNode? schema) => schema?["$ref"] is { } reference ? ((string)reference!).Split('/')[^1]
        : (schema?["oneOf"] as JsonArray)?.Select(NameOf).FirstOrDefault(name => name is not null);

    private static IEnumerable<JsonNode> Media(JsonNode? body) =>
        body?["content"]?.AsObject().Where(media => media.Key == "application/json").Select(media => media.Value!) ?? [];

    private static JsonObject Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
