using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.SignIn;

/// <summary>
/// A try to sign in with a password. Five in a row that fail lock the account for fifteen minutes. A try is counted before
/// it is looked at, in one statement, so that many at a time get no more than five looks either.
/// </summary>
internal sealed class PasswordAttempt(IdentityDb db, UserManager<Account> accounts, TimeProvider clock, SignInAudit audit)
{
    public const int Tries = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // Of a password that nobody has: an unknown account must cost as much time as a known one.
    private static readonly Account Nobody = Account.Open("nobody@invalid", "Nobody", "en", [], DateTimeOffset.UnixEpoch);
    private static readonly string NobodysPassword = new PasswordHasher<Account>().HashPassword(Nobody, Guid.CreateVersion7().ToString());

    /// <summary>The account, when it is active, not locked, and the password is right; null tells no more than that.</summary>
    public async Task<Account?> RunAsync(string email, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null || !account.Active || !await TakeTryAsync(account.Id, cancellationToken))
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysPassword, password);
            await audit.RefusedAsync(account?.Id, ReasonOf(account), cancellationToken);
            return null;
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            await ForgetTriesAsync(account.Id, cancellationToken);
            await audit.DoneAsync(account.Id, cancellationToken);
            return account;
        }

        await audit.RefusedAsync(account.Id, SignInRefusal.WrongPassword, cancellationToken);
        if (await db.Accounts.AnyAsync(one => one.Id == account.Id && one.LockoutEnd != null, cancellationToken))
            await audit.LockedAsync(account.Id, LockedFor, cancellationToken);
        return null;
    }

    private static SignInRefusal ReasonOf(Account? account) => account switch
    {
        null => SignInRefusal.UnknownAccount,
        { Active: false } => SignInRefusal.Inactive,
        _ => SignInRefusal.Locked,
    };

    private async Task<bool> TakeTryAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? locked = now + LockedFor;
        return await db.Accounts
            .Where(account => account.Id == id && (account.LockoutEnd == null || account.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    // After a lock counting begins anew.
                    .SetProperty(account => account.AccessFailedCount, account => account.LockoutEnd != null ? 1 : account.AccessFailedCount + 1)
                    .SetProperty(account => account.LockoutEnd, account => account.LockoutEnd == null && account.AccessFailedCount + 1 >= Tries ? locked : null),
                cancellationToken) == 1;
    }

    private Task<int> ForgetTriesAsync(Guid id, CancellationToken cancellationToken) => db.Accounts
        .Where(account => account.Id == id)
        .ExecuteUpdateAsync(
            set => set.SetProperty(account => account.AccessFailedCount, 0).SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null),
            cancellationToken);
}
