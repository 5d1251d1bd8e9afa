using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>What a valid token of Maskinporten says.</summary>
/// <param name="Id">Another one for each token (jti).</param>
/// <param name="EndsAt">Until when it is good.</param>
/// <param name="Client">Which of the consumer's systems asked for it; empty when it does not say.</param>
/// <param name="Consumer">The organisation number of who acts, nine digits; null when it names none.</param>
/// <param name="Scopes">Those of Maskinporten.</param>
internal sealed record MaskinportenToken(
    string Id, DateTimeOffset EndsAt, string Client, string? Consumer, IReadOnlyList<string> Scopes)
{
    private const string Authority = "iso6523-actorid-upis";

    // Brønnøysund, in the list of ISO 6523.
    private const string Norwegian = "0192:";
    private const int Digits = 9;

    /// <summary>Reads a token whose signature is good.</summary>
    public static MaskinportenToken Of(JsonWebToken token) => new(
        token.Id,
        new DateTimeOffset(token.ValidTo),
        token.TryGetPayloadValue<string>("client_id", out var client) ? client : "",
        token.TryGetPayloadValue<JsonElement>("consumer", out var consumer) ? NumberOf(consumer) : null,
        token.TryGetPayloadValue<string>("scope", out var scopes) ? scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries) : []);

    private static string? NumberOf(JsonElement consumer) =>
        Text(consumer, "authority") == Authority && Text(consumer, "ID") is { } id
            && id.StartsWith(Norwegian, StringComparison.Ordinal) && id[Norwegian.Length..] is { Length: Digits } number
            && number.All(char.IsAsciiDigit)
            ? number
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
