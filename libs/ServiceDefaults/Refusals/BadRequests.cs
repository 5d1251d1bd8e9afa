using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Finds out what is wrong with a request that could not be read, and where. The framework tells some of it only in
/// English sentences, so they are recognised here; the tests hold them against the framework in use.
/// </summary>
internal static partial class BadRequests
{
    public static Problem Describe(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => Describe(json),
        { StatusCode: not StatusCodes.Status400BadRequest } => Problem.OfStatus(bad.StatusCode),
        _ when MissingBody().IsMatch(bad.Message) => new Problem(400, "missing_body", "A JSON body is required.", []),
        _ when Parameter().Match(bad.Message) is { Success: true } parameter => Problem.Of(
            "invalid_parameter",
            "This parameter is missing or cannot be read.",
            JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value)),
        _ => new Problem(400, "malformed_request", "The request cannot be read.", []),
    };

    private static Problem Describe(JsonException json)
    {
        var path = (json.Path ?? "$")[1..].TrimStart('.');
        // The inner exception is the reader's, which knows syntax alone.
        if (json.InnerException is JsonException)
            return new Problem(
                400,
                "malformed_json",
                $"The body is not valid JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}).",
                []);
        if (json.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return Problem.Of("unknown_field", "There is no such field.", path);
        if (json.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return Problem.Of("duplicate_field", "This field stands twice.", path);
        // The serializer stops its list after some 60 characters.
        return MissingFields().Match(json.Message) is { Success: true } missing
            ? new Problem(400, "missing_field", "Required fields are missing, at least these.", [.. missing.Groups["name"].Captures.Select(
                name => new Violation(
                    path.Length == 0 ? name.Value : $"{path}.{name.Value}", "missing_field", "This field is required."))])
            : Problem.Of("wrong_type", "This field does not take that value.", path);
    }

    [GeneratedRegex(@"missing required properties including: ('(?<name>[^']*)'(; |, )?)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingFields();

    [GeneratedRegex("no body was provided|was not provided from body", RegexOptions.None, 1000)]
    private static partial Regex MissingBody();

    [GeneratedRegex(@"(Failed to bind|Required) parameter ""[^""]* (?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
