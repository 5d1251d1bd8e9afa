using System.Security.Cryptography;
using System.Text.Json;
using Kommunebro.Identity.Clients;

namespace Kommunebro.Local;

/// <summary>
/// What nobody may guess: the services' own secrets, the password of the first accounts, and the sandbox client. Made at the
/// first start, kept in the data folder where only its owner reads it.
/// </summary>
/// <param name="ServiceClients">Secret by client id.</param>
/// <param name="Password">The password of the first accounts.</param>
/// <param name="Sandbox">The partner client to try the API with; null until it was made.</param>
internal sealed record LocalSecrets(IReadOnlyDictionary<string, string> ServiceClients, string Password, SandboxClient? Sandbox)
{
    private const string Name = "secrets.json";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads them, and makes what is missing.</summary>
    public static LocalSecrets Of(DataFolder data)
    {
        var path = data.File(Name);
        var known = File.Exists(path) ? JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllText(path)) : null;
        var secrets = new LocalSecrets(
            ServiceClient.All.ToDictionary(
                client => client.Id, client => known?.ServiceClients.GetValueOrDefault(client.Id) ?? RandomNumberGenerator.GetHexString(64)),
            known?.Password ?? Readable(),
            known?.Sandbox);
        secrets.Write(data);
        return secrets;
    }

    /// <summary>Keeps them. Beside their place and then renamed: a kill in between leaves the old file whole.</summary>
    public void Write(DataFolder data)
    {
        var path = data.File(Name);
        using (var file = new FileStream(
            $"{path}.new", new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            JsonSerializer.Serialize(file, this);
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>Four groups that a person can type, without characters that look alike: about 98 bits.</summary>
    private static string Readable() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}

/// <summary>A partner organisation's client, to try the API with.</summary>
internal sealed record SandboxClient(string Id, string Secret);
