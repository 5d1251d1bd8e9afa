using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.EndToEnd.Walk;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Holds each answer against what the description promises and what the reader may know.</summary>
internal sealed partial class Judge(DescribedApi api, Canaries canaries, Finds finds)
{
    /// <summary>Said by the gateway of requests that it leads nowhere, so that no operation tells them.</summary>
    private static readonly string[] NobodysCodes = ["malformed_path", "not_found", "method_not_allowed"];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public string? FaultOf(FuzzedRequest request, Reader reader, FuzzAnswer answer)
    {
        var answering = api.At(request.Operation.Verb, Uri.UnescapeDataString(request.Path));
        return answer.Status switch
        {
            >= 500 => $"{answer.Status}",
            _ when canaries.FindIn(answer, reader, request) is { } leak => $"tells {leak}",
            >= 400 => RefusalFault(answering, answer),
            >= 300 or < 200 => $"{answer.Status} leads elsewhere",
            _ when answering is null => "answers where nothing is described",
            _ => TakenFault(answering, request, reader, answer),
        };
    }

    private string? RefusalFault(Operation? answering, FuzzAnswer answer)
    {
        if (answer.MediaType != "application/problem+json" || answer.Json is not JsonObject problem)
            return $"{answer.Status} without problem details";
        var code = $"{problem["code"]}";
        if (!Code().IsMatch(code) || $"{problem["type"]}" != $"urn:problem:{code}" || $"{problem["status"]}" != $"{answer.Status}")
            return $"{answer.Status} with crooked problem details: {code}";
        if (FaultIn(api.Problem, answer) is { } fault)
            return fault;
        return answering is null || NobodysCodes.Contains(code) || answering.Told.ActualResponses.ContainsKey($"{answer.Status}")
            ? null
            : $"{answer.Status} {code}, which is not described";
    }

    private string? TakenFault(Operation answering, FuzzedRequest request, Reader reader, FuzzAnswer answer)
    {
        if (RestTable.Rows.Where(row => row.Call == answering.Call).All(row => row.DueFor(reader.Asker) is Due.Unauthenticated or Due.Forbidden))
            return $"{answer.Status} for {reader}, who may not";
        if (reader.Side != "staff" && request.Ids.Any(id => finds.IsForeign(id, reader.Side) && request.Path.Contains(id, StringComparison.Ordinal)))
            return $"{answer.Status} for another organisation's thing";
        if (!answering.Told.ActualResponses.TryGetValue($"{answer.Status}", out var told))
            return $"{answer.Status}, which is not described";
        if (told.Content.Count == 0)
            return answer.Text.Length == 0 ? null : $"{answer.Status} with a body";
        if (!told.Content.TryGetValue(answer.MediaType ?? "", out var media))
            return $"{answer.MediaType}, which is not described";
        // Who chooses some of the fields misses others.
        var isPart = request.Query.Any(one => one.Name == PartialAnswers.Parameter);
        return answer.MediaType == "application/json" ? FaultIn(media.Schema, answer, isPart) : null;
    }

    private static string? FaultIn(JsonSchema schema, FuzzAnswer answer, bool isPart = false) =>
        schema.ActualSchema.Validate(answer.Text).Where(fault => !isPart || !IsMissing(fault)).Take(5).Select(fault => fault.ToString()).ToList() is { Count: > 0 } faults
            ? $"{answer.Status} that does not fit its schema: {string.Join(", ", faults)}"
            : null;

    private static bool IsMissing(ValidationError fault) => fault.Kind == ValidationErrorKind.PropertyRequired
        || (fault is ChildSchemaValidationError { Errors: var inner } && inner.Values.All(faults => faults.All(IsMissing)));

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
