using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Organisations;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Local;

/// <summary>
/// Opens the accounts that a newcomer signs in with, one for each part, since a proposal takes two persons; and a sandbox
/// organisation with a client, which acts for one municipality on each side.
/// </summary>
internal sealed class FirstAccounts(IServiceProvider identity, DataFolder data)
{
    /// <summary>The sandbox organisation acts for these: Sarpsborg, and the hromada of Kosiv.</summary>
    public static readonly IReadOnlyList<string> SandboxMunicipalities = ["3105", "UA26100010000076570"];

    private static readonly (string Email, string Name, string Role)[] Accounts =
    [
        ("ks@example.org", "Kari Eksempel", StaffRole.KsCoordinator),
        ("auc@example.org", "Олена Приклад", StaffRole.AucCoordinator),
        ("administrator@example.org", "Administrator", StaffRole.Administrator),
    ];

    /// <summary>The e-mail addresses to sign in with.</summary>
    public static IEnumerable<string> Emails => Accounts.Select(account => account.Email);

    /// <summary>Opens what is missing.</summary>
    /// <returns>The secrets with the sandbox client, and the account in whose name the example is loaded.</returns>
    public async Task<(LocalSecrets Secrets, Guid Coordinator)> EnsureAsync(LocalSecrets secrets, CancellationToken cancellationToken)
    {
        foreach (var (email, name, role) in Accounts)
            await EnsureAsync(email, name, role, secrets.Password, cancellationToken);
        if (secrets.Sandbox is null)
        {
            secrets = secrets with { Sandbox = await MakeSandboxAsync(cancellationToken) };
            secrets.Write(data);
        }

        await using var scope = identity.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var coordinator = await db.Accounts.Where(account => account.Email == Accounts[0].Email).Select(account => account.Id).SingleAsync(cancellationToken);
        return (secrets, coordinator);
    }

    private async Task EnsureAsync(string email, string name, string role, string password, CancellationToken cancellationToken)
    {
        await using var scope = identity.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Who = "local mode";
        try
        {
            await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(
                new AccountRequest(email, name, Language: "en", Roles: [role]), password, cancellationToken);
        }
        catch (Refusal refusal) when (refusal.Code == "email_taken")
        {
            // An earlier start opened it.
        }
    }

    private async Task<SandboxClient> MakeSandboxAsync(CancellationToken cancellationToken)
    {
        await using var scope = identity.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Who = "local mode";
        var organisation = await scope.ServiceProvider.GetRequiredService<CreateOrganisation>().RunAsync(
            new OrganisationRequest("Sandbox", Municipalities: SandboxMunicipalities), cancellationToken);
        var made = await scope.ServiceProvider.GetRequiredService<CreateClient>().RunAsync(
            organisation.Id, new ClientRequest("Sandbox", ClientRequest.PartnerScopes), cancellationToken);
        return new SandboxClient(made.Client.ClientId, made.Secret!);
    }
}
