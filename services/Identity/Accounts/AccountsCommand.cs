using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

/// <summary>Looks after staff accounts where nobody can sign in yet, or from a script.</summary>
internal sealed class AccountsCommand(CreateAccount create, AccountChange changes, IdentityDb db, OperatorRun run) : IServiceCommand
{
    public string Name => "accounts";

    public string Help =>
        "create --email E --name N --role R[,R] [--language nb|uk|en] | list | deactivate EMAIL|ID | activate EMAIL|ID   "
        + "staff accounts; a new one's temporary password is shown once";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["create", .. var rest] when GivenOptions.Of(rest, "--email", "--name", "--role", "--language") is { } given:
                return await run.RunAsync("accounts create", output, () => CreateAsync(given, output, cancellationToken));
            case ["list"]:
                return await run.RunAsync("accounts list", output, () => ListAsync(output, cancellationToken));
            case ["deactivate", var who]:
                return await run.RunAsync("accounts deactivate", output, () => DeactivateAsync(who, output, cancellationToken));
            case ["activate", var who]:
                return await run.RunAsync("accounts activate", output, () => ActivateAsync(who, output, cancellationToken));
            default:
                await output.WriteLineAsync($"Usage: {Name} {Help}");
                return 2;
        }
    }

    private async Task CreateAsync(GivenOptions given, TextWriter output, CancellationToken cancellationToken)
    {
        var created = await create.RunAsync(
            new AccountRequest(given["--email"], given["--name"], given["--language"] ?? "en", given.List("--role")), password: null, cancellationToken);
        await output.WriteLineAsync($"Account {created.Account.Id} is open: {string.Join(", ", created.Account.Roles)}.");
        await output.WriteLineAsync($"Temporary password, shown this once: {created.Password}");
        await output.WriteLineAsync("Its owner chooses another one at the first sign-in.");
    }

    private async Task ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var account in FindAccounts.All(db).WithCancellation(cancellationToken))
        {
            count++;
            await output.WriteLineAsync(
                $"{account.Id}  {(account.Active ? "active" : "inactive")}  {account.Email}  {account.Name}  {string.Join(',', account.Roles)}"
                + (account.PasswordIsTemporary ? "  password still temporary" : ""));
        }

        await output.WriteLineAsync($"{count} account(s).");
    }

    private async Task DeactivateAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        await changes.RunAsync(id, "account.deactivate", ChangeAccount.Deactivate, cancellationToken);
        await output.WriteLineAsync($"Account {id} is inactive: it signs in no more, and its last tokens end within ten minutes.");
    }

    private async Task ActivateAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        await changes.RunAsync(id, "account.activate", ChangeAccount.Activate, cancellationToken);
        await output.WriteLineAsync($"Account {id} is active: it signs in with its password.");
    }
}
