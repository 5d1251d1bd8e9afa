using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>
/// Completes how an operation answers: the headers of a success, and each status with which it may refuse. Codes come from its
/// documentation ("404 need_not_found; 409 illegal_step") and from what it takes.
/// </summary>
internal static class OperationAnswers
{
    /// <summary>Codes of whatever takes a JSON body.</summary>
    private static readonly string[] OfBodies = ["malformed_json", "missing_body", "missing_field", "unknown_field", "duplicate_field", "wrong_type"];

    public static void Complete(JsonObject operation, string path, JsonObject schemas)
    {
        var responses = operation["responses"]!.AsObject();
        var taken = Parameters(operation).ToHashSet(StringComparer.Ordinal);
        foreach (var (status, response) in responses.Where(one => one.Key.StartsWith('2')))
            response!["headers"] = HeadersOf(status, response, taken, schemas);
        if ((bool?)operation["deprecated"] == true)
            foreach (var headers in responses.Where(one => one.Key.StartsWith('2')).Select(one => one.Value!["headers"]!))
                (headers["Deprecation"], headers["Sunset"]) = (Header("Since when it is deprecated (RFC 9745).", "@1798761600"), Header("From when on it may answer no longer (RFC 8594).", "Fri, 01 Jan 2027 00:00:00 GMT"));
        foreach (var (status, refusal) in RefusalsOf(operation, path, taken).ByStatus)
            responses[status] = refusal.IsTold ? refusal.Describe(status) : Reference("responses", $"Refused{status}");
        // The last word.
        responses.Remove("default", out var other);
        responses["default"] = other;
    }

    private static JsonObject Header(string description, string example) =>
        new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = example };

    public static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private static IEnumerable<string> Parameters(JsonObject operation) => operation["parameters"]?.AsArray()
        .Select(parameter => (string?)parameter!["name"] ?? ((string?)parameter["$ref"])!.Split('/')[^1]) ?? [];

    private static JsonObject HeadersOf(string status, JsonNode response, HashSet<string> taken, JsonObject schemas)
    {
        var schema = ((string?)response["content"]?["application/json"]?["schema"]?["$ref"])?.Split('/')[^1];
        var headers = new List<string> { "Trace-Id", "RateLimit-Policy", "RateLimit" };
        if (status == "201")
            headers.Add("Location");
        if (schema is not null && schemas[schema]?["properties"]?["version"] is not null)
            headers.Add("ETag");
        if (schema?.StartsWith("PageOf", StringComparison.Ordinal) == true)
            headers.Add("Link");
        if (taken.Contains("IdempotencyKey"))
            headers.Add("Idempotency-Replayed");
        return new JsonObject(headers.Select(name => KeyValuePair.Create(name, (JsonNode?)Reference("headers", name))));
    }

    /// <summary>What its documentation tells, and what follows from its address and from what it takes.</summary>
    private static Refusals RefusalsOf(JsonObject operation, string path, HashSet<string> taken)
    {
        var refusals = new Refusals();
        refusals.Read(((string?)operation["description"] ?? "").Split("\n\n")[0]);
        foreach (var status in (string[])["401", "403", "429", "503"])
            refusals.Add(status);
        if (taken.Contains(PartialAnswers.Parameter))
            refusals.Add("400", "unknown_field", "out_of_range");
        if (path.Contains('{', StringComparison.Ordinal))
            refusals.Add("404");
        if (operation["parameters"]?.AsArray().Any(parameter => (string?)parameter!["in"] == "query") == true)
            refusals.Add("400", "invalid_parameter");
        if (operation["requestBody"] is { } body)
            refusals.Add("400", body["content"]!["application/json"] is null ? [] : OfBodies).Add("413").Add("415");
        if (taken.Contains("IfMatch"))
            refusals.Add("400", "invalid_if_match").Add("412").Add("428");
        if (taken.Contains("IdempotencyKey"))
            refusals.Add("400", "invalid_idempotency_key").Add("409", "request_in_progress").Add("422");
        return refusals;
    }
}
