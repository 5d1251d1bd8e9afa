using System.Security.Cryptography;
using System.Text.Json;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Clients;

/// <summary>
/// The public keys of a client that signs assertions (RFC 7523; OpenID Connect Core 9, private_key_jwt): RSA with at least
/// 2048 bits, or an elliptic curve of NIST (RFC 7518, 6.2). Two at a time, so that one can take over from the other.
/// </summary>
internal static class PublicKeys
{
    public const int Most = 2;

    private const int LeastBits = 2048;
    private const int LongestName = 100;

    /// <summary>Notes out_of_range, invalid_key, private_key, unsupported_key, missing_field, too_long and stands_twice.</summary>
    /// <returns>The keys, with their public parts alone.</returns>
    public static IReadOnlyList<JsonWebKey> Check(Rules rules, IReadOnlyList<JsonElement> keys)
    {
        rules.Check(keys.Count <= Most, "keys", "out_of_range", $"At most {Most} keys: the one in use, and the one to take over from it.");
        var taken = keys.Take(Most).Select((key, place) => Take(rules, key, $"keys[{place}]")).OfType<JsonWebKey>().ToList();
        rules.Check(taken.Select(key => key.Kid).Distinct(StringComparer.Ordinal).Count() == taken.Count, "keys", "stands_twice", "Name each key (kid) once.");
        return taken;
    }

    private static JsonWebKey? Take(Rules rules, JsonElement sent, string field)
    {
        if (Read(sent) is not { } key)
        {
            rules.Check(holds: false, field, "invalid_key", "A key is a JSON Web Key (RFC 7517).");
            return null;
        }

        if ((key.D ?? key.P ?? key.Q ?? key.DP ?? key.DQ ?? key.QI ?? key.K) is not null)
        {
            rules.Check(holds: false, field, "private_key", "This holds a secret part, which nobody but the client may know. Make another pair, and send its public half.");
            return null;
        }

        rules.Required(!string.IsNullOrWhiteSpace(key.Kid), $"{field}.kid", "Give the key a name (kid): assertions say with it which key signed them.");
        rules.Check(key.Kid is null or { Length: <= LongestName }, $"{field}.kid", "too_long", $"At most {LongestName} characters.");
        rules.Check(
            key.Use is null or JsonWebKeyUseNames.Sig && IsUsable(key), field, "unsupported_key",
            $"The keys are RSA with at least {LeastBits} bits, or EC on P-256, P-384 or P-521; use, when it is there, is sig.");
        return new JsonWebKey { Kty = key.Kty, Kid = key.Kid, Use = JsonWebKeyUseNames.Sig, N = key.N, E = key.E, Crv = key.Crv, X = key.X, Y = key.Y };
    }

    private static JsonWebKey? Read(JsonElement sent)
    {
        try
        {
            return sent.ValueKind == JsonValueKind.Object ? new JsonWebKey(sent.GetRawText()) : null;
        }
        catch (Exception noKey) when (noKey is ArgumentException or JsonException or InvalidOperationException)
        {
            // The last is said of bytes that are no UTF-8 and of half a surrogate pair, which nobody has looked for in what stays JSON.
            return null;
        }
    }

    private static bool IsUsable(JsonWebKey key)
    {
        try
        {
            return key.Kty switch
            {
                JsonWebAlgorithmsKeyTypes.RSA => BitsOfRsa(key) >= LeastBits,
                JsonWebAlgorithmsKeyTypes.EllipticCurve => IsOnCurve(key),
                _ => false,
            };
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or ArgumentException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static int BitsOfRsa(JsonWebKey key)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) });
        return rsa.KeySize;
    }

    private static bool IsOnCurve(JsonWebKey key)
    {
        var curve = key.Crv switch
        {
            JsonWebKeyECTypes.P256 => ECCurve.NamedCurves.nistP256,
            JsonWebKeyECTypes.P384 => ECCurve.NamedCurves.nistP384,
            JsonWebKeyECTypes.P521 => ECCurve.NamedCurves.nistP521,
            _ => throw new CryptographicException("Another curve."),
        };
        var point = new ECPoint { X = Base64UrlEncoder.DecodeBytes(key.X), Y = Base64UrlEncoder.DecodeBytes(key.Y) };
        using var elliptic = ECDsa.Create(new ECParameters { Curve = curve, Q = point });
        return true;
    }
}
