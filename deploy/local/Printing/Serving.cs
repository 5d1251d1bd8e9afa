namespace Kommunebro.Local.Printing;

/// <summary>Where the running platform is found, and with what to enter.</summary>
internal sealed record Serving(Uri Origin, LocalSecrets Secrets, string Mail)
{
    public static string Accounts => string.Join(", ", FirstAccounts.Emails);

    /// <summary>The municipalities that the sandbox client acts for.</summary>
    public static string SandboxMunicipalities => string.Join(", ", FirstAccounts.SandboxMunicipalities);

    public string Password => Secrets.Password;

    public string? SandboxId => Secrets.Sandbox?.Id;

    public string? SandboxSecret => Secrets.Sandbox?.Secret;
}
