using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Tests.EndToEnd.Walk;
using NSwag;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Requests as the description asks for them: its examples, moved to what the reader speaks of, with more fields now and then.</summary>
internal sealed class ValidRequests(Finds finds, Reader reader, Random random)
{
    /// <summary>What the description cannot tell of a file: its media type and its text.</summary>
    private static readonly Dictionary<string, (string MediaType, string Text, (string Name, string Value)[] Query)> Files = new()
    {
        ["POST needs/imports"] = (
            "text/csv", $"municipality,area,horizon,urgency,languages,sensitivity\n{Journey.Vyshnivetska},WAT,long,1,uk,restricted", [("dryRun", "false")]),
        ["POST needs/{id}/attachments"] = ("application/pdf", "%PDF-1.7", [("name", "decision.pdf")]),
        ["PUT imports/{register}"] = (
            "application/json", """{"correspondenceItems":[{"sourceCode":"4998","targetCode":"6"}]}""", [("file", "centrality.json"), ("target", "128")]),
    };

    /// <summary>Without them a question has no meaning, whatever the description says.</summary>
    private static readonly string[] Demanded = ["with", "supplier", "need"];

    private static readonly string[] Languages = ["nb", "uk", "en"];

    private readonly ValidValues _values = new(finds, reader, random);

    private int _keys;

    /// <summary>A request, with ids of things that there are where there are any.</summary>
    public FuzzedRequest Make(Operation operation)
    {
        var ids = IdsFor(operation);
        var request = new FuzzedRequest(
            operation, ids, Requests.Fill(operation.Path, [.. ids.Select(Uri.EscapeDataString)]), [.. Query(operation)], [.. Headers(operation, ids)], null, null);
        if (Files.TryGetValue(operation.Call, out var file))
            return request with { Query = file.Query, Body = Encoding.UTF8.GetBytes(file.Text), MediaType = file.MediaType };
        return operation.Told.RequestBody?.Content.TryGetValue("application/json", out var body) ?? false
            ? request with { Body = Body(operation, ids, body), MediaType = "application/json" }
            : request;
    }

    private IReadOnlyList<string> IdsFor(Operation operation) => operation switch
    {
        { Kind: null } => [],
        // Whose code must be that of the body.
        { Call: "PUT municipalities/{code}" } => [reader.Hromada],
        { Placeholder: "code" } when random.Next(2) == 0 => [random.One([reader.Hromada, reader.Municipality])],
        _ => finds.One(operation.Kind, reader.Side, random) ?? [$"{Guid.CreateVersion7()}", $"{Guid.CreateVersion7()}"],
    };

    private IEnumerable<(string Name, string Value)> Query(Operation operation) => operation.Told.ActualParameters
        .Where(parameter => parameter.Kind == OpenApiParameterKind.Query)
        .Where(parameter => parameter.IsRequired || Demanded.Contains(parameter.Name) || random.Next(3) == 0)
        .Select(parameter => (
            parameter.Name, Uri.EscapeDataString(_values.Text(operation, parameter.Name, parameter.Example?.ToString(), parameter.Description))));

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, IReadOnlyList<string> ids)
    {
        if (operation.Takes("If-Match") && operation.Kind is { } kind)
            yield return ("If-Match", finds.VersionOf(kind, ids) ?? "\"1\"");
        if (operation.Takes("Idempotency-Key") && random.Next(2) == 0)
            yield return ("Idempotency-Key", $"fuzz-{operation.Told.OperationId}-{_keys++}");
        if (operation.Takes("Accept-Language") && random.Next(4) == 0)
            yield return ("Accept-Language", Languages[random.Next(Languages.Length)]);
    }

    private byte[] Body(Operation operation, IReadOnlyList<string> ids, OpenApiMediaType told)
    {
        var example = told.Example ?? told.Examples.Values.FirstOrDefault()?.Value;
        var body = example is null ? [] : JsonNode.Parse($"{example}")!.AsObject();
        var known = told.Schema.ActualSchema.ActualProperties;
        var extra = random.Next(2) == 0 && known.Count > 0 ? known.Keys.ElementAt(random.Next(known.Count)) : null;
        foreach (var (name, schema) in known)
            if (body.ContainsKey(name) ? ValidValues.IsOurs(name, $"{body[name]}") : name == extra)
                body[name] = _values.Of(operation, name, schema.ActualTypeSchema, schema.Description, body[name]);
        if (body.ContainsKey("sensitivity") && (reader.Side != "other" || random.Next(2) == 0))
            body["sensitivity"] = "restricted";
        return Encoding.UTF8.GetBytes(Canaries.Sing(operation, ids, body, reader).ToJsonString());
    }
}
