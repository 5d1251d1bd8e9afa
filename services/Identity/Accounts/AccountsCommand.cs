using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

/// <summary>Looks after staff accounts where nobody can sign in yet, or from a script.</summary>
internal sealed class AccountsCommand(
    CreateAccount create, AccountChangesCommand changes, PersonalDataCommand personalData, IdentityDb db, OperatorRun run) : IServiceCommand
{
    public string Name => "accounts";

    public string Help =>
        $"create --email E --name N --role R[,R] [--language nb|uk|en] | list | {AccountChangesCommand.Verbs} | {PersonalDataCommand.Verbs}   "
        + "staff accounts; a temporary password is shown once";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is ["create", .. var rest] && GivenOptions.Of(rest, "--email", "--name", "--role", "--language") is { } given)
            return await run.RunAsync("accounts create", output, () => CreateAsync(given, output, cancellationToken));
        if (args is ["list"])
            return await run.RunAsync("accounts list", output, () => ListAsync(output, cancellationToken));
        if ((await changes.TryAsync(args, output, cancellationToken) ?? await personalData.TryAsync(args, output, cancellationToken)) is { } exitCode)
            return exitCode;
        await output.WriteLineAsync($"Usage: {Name} {Help}");
        return 2;
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
}
