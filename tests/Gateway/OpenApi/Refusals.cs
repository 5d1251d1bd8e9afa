using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>With which statuses and codes an operation may refuse.</summary>
internal sealed partial class Refusals
{
    private readonly SortedDictionary<string, Refusal> _byStatus = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Refusal> ByStatus => _byStatus;

    public Refusals Add(string status, params IReadOnlyList<string> codes)
    {
        Of(status).Codes.AddRange(codes);
        return this;
    }

    /// <summary>Takes what a documentation comment tells: a status, then words and codes up to the next status or the sentence's end.</summary>
    public void Read(string text)
    {
        foreach (Match match in Told().Matches(text))
        {
            var refusal = Of(match.Groups["status"].Value);
            var words = match.Groups["words"].Value.Trim(' ', ',');
            refusal.Codes.AddRange(Code().Matches(words).Select(code => code.Value));
            if (words is not ("" or "and" or "by version"))
                refusal.Words.Add(words.EndsWith(" also", StringComparison.Ordinal) ? words[..^6] : words);
        }
    }

    private Refusal Of(string status) => _byStatus.TryGetValue(status, out var known) ? known : _byStatus[status] = new Refusal([], []);

    [GeneratedRegex(@"\b(?<status>4\d\d|503)\b(?<words>[^;.]*?)(?=\b4\d\d\b|\b503\b|[;.]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Told();

    [GeneratedRegex("[a-z]+(_[a-z]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <summary>One status: when, in words, and with which codes.</summary>
internal sealed record Refusal(List<string> Words, List<string> Codes)
{
    /// <summary>False when there is no more to say than of this status everywhere.</summary>
    public bool IsTold => Words.Count + Codes.Count > 0;

    public JsonObject Describe(string status)
    {
        var reason = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture));
        var when = Words.Count == 0 ? "" : $": {string.Join("; ", Words)}";
        return new JsonObject
        {
            ["description"] = $"{reason}{when}.",
            ["headers"] = new JsonObject
            {
                ["Trace-Id"] = OperationAnswers.Reference("headers", "Trace-Id"),
                ["RateLimit"] = OperationAnswers.Reference("headers", "RateLimit"),
            },
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject
                {
                    ["schema"] = OperationAnswers.Reference("schemas", "Problem"),
                    ["examples"] = new JsonObject { [$"refused{status}"] = OperationAnswers.Reference("examples", $"Refused{status}") },
                },
            },
            ["x-error-codes"] = new JsonArray([.. Codes.Distinct(StringComparer.Ordinal).Select(code => (JsonNode)code)]),
        };
    }
}
