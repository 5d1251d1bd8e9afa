using Kommunebro.Identity.Commands;
using Kommunebro.Identity.Data;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.Accounts;

/// <summary>The verbs of the command "accounts" that change an account, called by its e-mail or its id.</summary>
internal sealed class AccountChangesCommand(AccountChange changes, IPasswordHasher<Account> hasher, IdentityDb db, OperatorRun run)
{
    /// <summary>For the help.</summary>
    public const string Verbs = "deactivate EMAIL|ID | activate EMAIL|ID | password EMAIL|ID | end-second-factor EMAIL|ID | leave-outside EMAIL|ID";

    /// <summary>Does what <paramref name="args"/> say; null when they say nothing that it understands.</summary>
    /// <returns>The exit code: 0 done, 1 refused.</returns>
    public async Task<int?> TryAsync(string[] args, TextWriter output, CancellationToken cancellationToken) => args switch
    {
        ["deactivate", var who] => await run.RunAsync("accounts deactivate", output, () => DeactivateAsync(who, output, cancellationToken)),
        ["activate", var who] => await run.RunAsync("accounts activate", output, () => ActivateAsync(who, output, cancellationToken)),
        ["password", var who] => await run.RunAsync("accounts password", output, () => GivePasswordAsync(who, output, cancellationToken)),
        ["end-second-factor", var who] =>
            await run.RunAsync("accounts end-second-factor", output, () => EndSecondFactorAsync(who, output, cancellationToken)),
        ["leave-outside", var who] => await run.RunAsync("accounts leave-outside", output, () => LeaveOutsideAsync(who, output, cancellationToken)),
        _ => null,
    };

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

    private async Task GivePasswordAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        var password = PasswordRule.Make();
        await changes.RunAsync(
            id, "account.give-password", account => account.GiveTemporaryPassword(hasher.HashPassword(account, password)), cancellationToken);
        await output.WriteLineAsync($"Temporary password of account {id}, shown this once: {password}");
        await output.WriteLineAsync("A lock and what was signed in have ended; its owner chooses another password at the next sign-in.");
    }

    private async Task EndSecondFactorAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        await changes.RunAsync(id, "account.end-second-factor", account => account.EndSecondFactor(), cancellationToken);
        await output.WriteLineAsync($"Account {id} signs in with its password alone, unless its roles demand a second factor: then it enrols anew.");
    }

    private async Task LeaveOutsideAsync(string who, TextWriter output, CancellationToken cancellationToken)
    {
        var id = await FindAccounts.IdOfAsync(db, who, cancellationToken);
        await changes.RunAsync(id, "account.leave-outside", account => account.LeaveOutside(), cancellationToken);
        await output.WriteLineAsync($"Account {id} signs in at no provider any more. Invite it, so that it can choose a password or another provider.");
    }
}
