using Kommunebro.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.SignIn;

/// <summary>A try to sign in with a password.</summary>
internal sealed class PasswordAttempt(UserManager<Account> accounts, SignInTries tries, SignInAudit audit)
{
    // Of a password that nobody has: an unknown account must cost as much time as a known one.
    private static readonly Account Nobody = Account.Open("nobody@invalid", "Nobody", "en", [], DateTimeOffset.UnixEpoch);
    private static readonly string NobodysPassword = new PasswordHasher<Account>().HashPassword(Nobody, Guid.CreateVersion7().ToString());

    /// <summary>The account, when it is active, not locked, and the password is right; null tells no more than that.</summary>
    public async Task<Account?> RunAsync(string email, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is not { Active: true, PasswordHash: not null } || !await tries.TakeAsync(account.Id, cancellationToken))
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysPassword, password);
            await audit.RefusedAsync(account?.Id, ReasonOf(account), cancellationToken);
            return null;
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            await AcceptAsync(account, cancellationToken);
            return account;
        }

        await audit.RefusedAsync(account.Id, SignInRefusal.WrongPassword, cancellationToken);
        if (await tries.AreUsedUpAsync(account.Id, cancellationToken))
            await audit.LockedAsync(account.Id, SignInTries.LockedFor, cancellationToken);
        return null;
    }

    private static SignInRefusal ReasonOf(Account? account) => account switch
    {
        null => SignInRefusal.UnknownAccount,
        { Active: false } => SignInRefusal.Inactive,
        { PasswordHash: null } => SignInRefusal.NoPassword,
        _ => SignInRefusal.Locked,
    };

    /// <summary>With a second factor the password is half the way, and does not forgive wrong codes.</summary>
    private async Task AcceptAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.HasSecondFactor)
        {
            await tries.GiveBackAsync(account.Id, cancellationToken);
            await audit.PasswordAcceptedAsync(account.Id, cancellationToken);
            return;
        }

        await tries.ForgetAsync(account.Id, cancellationToken);
        await audit.DoneAsync(account.Id, SignInMethod.Password, cancellationToken);
    }
}
