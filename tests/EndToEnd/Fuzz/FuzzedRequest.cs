using System.Net.Http.Headers;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>A request as it goes over the wire, and by itself enough to send it again.</summary>
/// <param name="Operation">Which it began as; a mutation of the path may lead elsewhere.</param>
/// <param name="Ids">What stands for the path's placeholders.</param>
/// <param name="Path">Below /api/v1, coded.</param>
/// <param name="Query">Names and values, coded.</param>
/// <param name="Headers">All but the token and those of the body.</param>
/// <param name="Body">Null for none.</param>
/// <param name="MediaType">Null for none.</param>
internal sealed record FuzzedRequest(
    Operation Operation,
    IReadOnlyList<string> Ids,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body,
    string? MediaType)
{
    /// <summary>Path and query.</summary>
    public string Target => DescribedApi.Prefix + Path + (Query.Count == 0 ? "" : $"?{string.Join('&', Query.Select(pair => $"{pair.Name}={pair.Value}"))}");

    public HttpRequestMessage ToMessage(Uri origin, string? token)
    {
        var address = new Uri(origin.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Operation.Verb), address);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (MediaType is not null)
                message.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        }

        return message;
    }

    /// <summary>The command that sends it again.</summary>
    public override string ToString()
    {
        var headers = string.Concat(Headers.Append(("Content-Type", MediaType ?? "")).Where(header => Body is not null || header.Item1 != "Content-Type")
            .Select(header => $" -H '{header.Item1}: {header.Item2.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        var call = $"curl -si --path-as-is -X {Operation.Verb} \"$ORIGIN\"'{Target}' -H \"Authorization: Bearer $TOKEN\"{headers}";
        return Body is null ? call : $"base64 -d <<<'{Convert.ToBase64String(Body)}' | {call} --data-binary @-";
    }
}
