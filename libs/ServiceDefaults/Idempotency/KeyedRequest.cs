using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.ServiceDefaults;

/// <summary>A request that carries an Idempotency-Key, and what makes another request the same one.</summary>
/// <param name="Client">Who sends it; keys of two clients have nothing to do with each other.</param>
/// <param name="Key">The key that the client chose.</param>
/// <param name="Path">The path and query.</param>
/// <param name="BodyHash">SHA-256 of the body's bytes.</param>
internal sealed partial record KeyedRequest(string Client, string Key, string Path, byte[] BodyHash)
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    // The listeners' limit for a body: all of it stays in memory.
    private const int BodyLimit = 1024 * 1024;

    /// <summary>The request's key; null when it has none.</summary>
    /// <exception cref="Refusal">invalid_idempotency_key.</exception>
    public static string? KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var header))
            return null;
        return header is [{ } key] && VisibleAscii().IsMatch(key)
            ? key
            : throw new Refusal(
                RefusalKind.Invalid,
                "invalid_idempotency_key",
                "Send one Idempotency-Key of 1 to 100 visible ASCII characters, e.g. a UUID.",
                Header);
    }

    /// <summary>Reads the request to its end and leaves its body to be read again.</summary>
    public static async Task<KeyedRequest> ReadAsync(HttpRequest request, string client, string key, CancellationToken cancellationToken)
    {
        request.EnableBuffering(BodyLimit);
        var hash = await SHA256.HashDataAsync(request.Body, cancellationToken);
        request.Body.Position = 0;
        return new KeyedRequest(client, key, $"{request.Path}{request.QueryString}", hash);
    }

    [GeneratedRegex(@"\A[!-~]{1,100}\z", RegexOptions.None, 1000)]
    private static partial Regex VisibleAscii();
}
