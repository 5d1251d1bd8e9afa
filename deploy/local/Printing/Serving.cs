namespace Kommunebro.Local.Printing;

/// <summary>Where the running platform is found, and with what to enter.</summary>
internal sealed record Serving(Uri Origin, LocalSecrets Secrets, string Mail)
{
    public static string Accounts => string.Join(", ", FirstAccounts.Emails);

    public string Password => Secrets.Password;

    public string? SandboxId => Secrets.Sandbox?.Id;

    public string? SandboxSecret => Secrets.Sandbox?.Secret;
}
