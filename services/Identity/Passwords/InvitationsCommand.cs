using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Passwords;

/// <summary>Sends invitations where nobody can sign in yet, or from a script.</summary>
internal sealed class InvitationsCommand(InviteAccount invite, IdentityDb db, OperatorRun run) : IServiceCommand
{
    public string Name => "invitations";

    public string Help => "send EMAIL|ID   ask for a letter with a link by which the account's owner chooses its first password; a temporary one ends";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not ["send", { Length: > 0 } who])
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        return await run.RunAsync("invitations send", output, async () =>
        {
            var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
            await invite.RunAsync(id, cancellationToken);
            await output.WriteLineAsync($"Account {id} is invited: notification sends the letter when the services run.");
        });
    }
}
