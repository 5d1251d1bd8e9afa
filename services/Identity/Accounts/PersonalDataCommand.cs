using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;

namespace Kommunebro.Identity.Accounts;

/// <summary>The verbs of the command "accounts" with which a person's rights are kept: to know what is held, and to be erased.</summary>
internal sealed class PersonalDataCommand(ExportAccount export, EraseAccount erase, IdentityDb db, OperatorRun run)
{
    /// <summary>For the help.</summary>
    public const string Verbs = "export EMAIL|ID | erase EMAIL|ID";

    /// <summary>Does what <paramref name="args"/> say; null when they say nothing that it understands.</summary>
    /// <returns>The exit code: 0 done, 1 refused.</returns>
    public async Task<int?> TryAsync(string[] args, TextWriter output, CancellationToken cancellationToken) => args switch
    {
        ["export", var who] => await run.RunAsync("accounts export", output, async () => await output.WriteLineAsync(
            await export.RunAsync(await FindAccounts.IdOfAsync(db, who, cancellationToken), cancellationToken))),
        ["erase", var who] => await run.RunAsync("accounts erase", output, () => EraseAsync(who, output, cancellationToken)),
        _ => null,
    };

    private async Task EraseAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        await erase.RunAsync(id, _ => { }, cancellationToken);
        await output.WriteLineAsync($"Account {id} is erased. The audit keeps its id, which leads to nobody.");
    }
}
