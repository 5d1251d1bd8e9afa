using System.Security.Cryptography;

namespace Kommunebro.Identity.Keys;

/// <summary>
/// Seals short secrets that only identity reads, so that the database alone is of no use: RSA-OAEP with SHA-256 under the
/// newest encryption key, whose name stands before the text.
/// </summary>
internal sealed class SealedText(SigningKeys keys)
{
    private const char Between = ':';

    /// <summary>Seals <paramref name="secret"/>; at most 180 bytes fit.</summary>
    public string Seal(byte[] secret)
    {
        var key = keys.Encryption[0];
        return $"{key.KeyId}{Between}{Convert.ToBase64String(key.Rsa.Encrypt(secret, RSAEncryptionPadding.OaepSHA256))}";
    }

    /// <summary>Opens what <see cref="Seal"/> sealed; null when its key is no longer there.</summary>
    public byte[]? Open(string text)
    {
        var parts = text.Split(Between, 2);
        return keys.Encryption.FirstOrDefault(key => key.KeyId == parts[0]) is { } key
            ? key.Rsa.Decrypt(Convert.FromBase64String(parts[1]), RSAEncryptionPadding.OaepSHA256)
            : null;
    }

    /// <summary>Whether a newer key should seal it: the older one is about to go.</summary>
    public bool IsStale(string text) => !text.StartsWith($"{keys.Encryption[0].KeyId}{Between}", StringComparison.Ordinal);
}
