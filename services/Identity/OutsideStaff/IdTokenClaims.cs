using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>What an id token says of a person. Its signature and its times have been looked at.</summary>
internal sealed class IdTokenClaims(JsonElement claims)
{
    /// <summary>The first of the year 3000: no time that anybody means.</summary>
    private const long LastSecond = 32_503_680_000;

    /// <summary>Those of a token in its compact form.</summary>
    public static IdTokenClaims Of(string idToken) =>
        new(JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.DecodeBytes(new JsonWebToken(idToken).EncodedPayload)));

    /// <summary>A claim that is a text; null when it is none, or empty.</summary>
    public string? Text(string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A claim that is a time in whole seconds since 1970; null when it is none.</summary>
    public DateTimeOffset? Time(string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Whether a claim says no.</summary>
    public bool Denies(string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.False;

    /// <summary>
    /// The texts at a place: the name of a claim, and of what is inside it, with blanks between, e.g. "authorization_details
    /// authorized_parties orgno ID". A list on the way counts as each of its members.
    /// </summary>
    public IEnumerable<string> TextsAt(string place) => place.Split(' ')
        .Aggregate<string, IEnumerable<JsonElement>>([claims], (found, name) => found.SelectMany(Members)
            .Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out _)).Select(one => one.GetProperty(name)))
        .SelectMany(Members).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!);

    private static IEnumerable<JsonElement> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Members) : [value];
}
