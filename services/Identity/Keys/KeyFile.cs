using System.Globalization;
using System.Security.Cryptography;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Keys;

/// <summary>One RSA key as PEM (PKCS 8).</summary>
internal static class KeyFile
{
    // NIST SP 800-57: good beyond 2030.
    private const int Bits = 3072;
    private const int LeastBits = 2048;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string Write(string folder, string purpose, DateTimeOffset now)
    {
        using var key = RSA.Create(Bits);
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, $"{purpose}-{stamp}.pem");
        var owned = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            owned.UnixCreateMode = OwnerOnly;
        using var file = new StreamWriter(path, owned);
        file.WriteLine(key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    /// <exception cref="SettingException">It cannot be read, or is no key.</exception>
    public static RsaSecurityKey Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The key file {path} cannot be read: {unreadable.Message}");
        }
    }

    /// <exception cref="SettingException">It is no key, or a weak one.</exception>
    public static RsaSecurityKey Parse(string source, string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            // Fails for a public key, which cannot sign; and names the key by its public half, alike in all replicas.
            key.ExportParameters(includePrivateParameters: true);
        }
        catch (Exception noKey) when (noKey is CryptographicException or ArgumentException)
        {
            // The message of the cause could quote the key.
            throw new SettingException($"{source} is no private RSA key in PEM, as 'keys create' writes it.");
        }

        return key.KeySize >= LeastBits
            ? new RsaSecurityKey(key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo())) }
            : throw new SettingException($"{source} has {key.KeySize} bits; at least {LeastBits} are needed.");
    }
}
