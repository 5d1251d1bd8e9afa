using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Keys;

/// <summary>
/// The keys that sign tokens, and those that encrypt what only identity reads: codes, refresh tokens, and the keys of its
/// cookies. They come from PEM files ("Identity:Keys:Folder") or settings ("Identity:Keys:Signing",
/// "Identity:Keys:Encryption"), and are never made on the way: replicas must share them, and a restart must not end sessions.
/// </summary>
public sealed class SigningKeys
{
    private SigningKeys(IReadOnlyList<RsaSecurityKey> signing, IReadOnlyList<RsaSecurityKey> encryption) =>
        (Signing, Encryption) = (signing, encryption);

    /// <summary>Newest first: the first signs, all are published.</summary>
    public IReadOnlyList<RsaSecurityKey> Signing { get; }

    /// <summary>Newest first: the first encrypts, all decrypt.</summary>
    public IReadOnlyList<RsaSecurityKey> Encryption { get; }

    /// <summary>Writes a new pair, signing-….pem and encryption-….pem, readable by their owner alone; what is there stays.</summary>
    /// <param name="folder">Made when it is missing.</param>
    /// <param name="now">Goes into the names, which say which is the newest.</param>
    /// <returns>The paths of both.</returns>
    /// <exception cref="IOException">A file of the name exists, or the folder cannot be written.</exception>
    public static IReadOnlyList<string> Create(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        return [KeyFile.Write(folder, "signing", now), KeyFile.Write(folder, "encryption", now)];
    }

    /// <summary>Reads what the settings name.</summary>
    /// <exception cref="SettingException">There are none, or one cannot be read.</exception>
    public static SigningKeys Load(ServiceIdentity service) =>
        service.Settings["Keys:Folder"] is { Length: > 0 } folder
            ? new SigningKeys(ReadFolder(service, folder, "signing"), ReadFolder(service, folder, "encryption"))
            : new SigningKeys(ReadSetting(service, "Keys:Signing"), ReadSetting(service, "Keys:Encryption"));

    private static List<RsaSecurityKey> ReadFolder(ServiceIdentity service, string folder, string purpose)
    {
        var setting = $"{service.Section}:Keys:Folder";
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, $"{purpose}-*.pem").OrderDescending(StringComparer.Ordinal).ToList()
            : throw new SettingException($"{setting} is '{folder}', but there is no such folder. Make keys: keys create --out {folder}");
        return files.Count > 0
            ? files.ConvertAll(KeyFile.Read)
            : throw new SettingException($"{setting} is '{folder}', but no {purpose}-….pem lies there. Make keys: keys create --out {folder}");
    }

    private static List<RsaSecurityKey> ReadSetting(ServiceIdentity service, string key) =>
        service.Settings[key] is { Length: > 0 } pem
            ? [KeyFile.Parse($"{service.Section}:{key}", pem)]
            : throw new SettingException(
                $"There are no keys to sign with. Set {service.Section}:Keys:Folder to a folder with keys (make them: keys create --out FOLDER), "
                + $"or {service.Section}:Keys:Signing and {service.Section}:Keys:Encryption to the texts of such files.");
}
