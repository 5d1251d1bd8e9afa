using Kommunebro.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.SignIn;

/// <summary>
/// Counts an account's failed tries, with password and code alike. Five in a row lock it for fifteen minutes. A try is counted
/// before it is looked at, in one statement, so that many at a time get no more than five looks either.
/// </summary>
internal sealed class SignInTries(IdentityDb db, TimeProvider clock)
{
    public const int Most = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Counts one; false when the account is locked, and may not try.</summary>
    public async Task<bool> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? locked = now + LockedFor;
        return await db.Accounts
            .Where(account => account.Id == id && (account.LockoutEnd == null || account.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    // After a lock counting begins anew.
                    .SetProperty(account => account.AccessFailedCount, account => account.LockoutEnd != null ? 1 : account.AccessFailedCount + 1)
                    .SetProperty(account => account.LockoutEnd, account => account.LockoutEnd == null && account.AccessFailedCount + 1 >= Most ? locked : null),
                cancellationToken) == 1;
    }

    /// <summary>The try did not fail, but is only half the way: those that failed before still count.</summary>
    public Task<int> GiveBackAsync(Guid id, CancellationToken cancellationToken) => db.Accounts
        .Where(account => account.Id == id && account.AccessFailedCount > 0)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount - 1)
                // One that was set by this very try; not one that others have earned meanwhile.
                .SetProperty(account => account.LockoutEnd, account => account.AccessFailedCount - 1 >= Most ? account.LockoutEnd : null),
            cancellationToken);

    /// <summary>Forgives all: the person is in.</summary>
    public Task<int> ForgetAsync(Guid id, CancellationToken cancellationToken) => db.Accounts
        .Where(account => account.Id == id)
        .ExecuteUpdateAsync(
            set => set.SetProperty(account => account.AccessFailedCount, 0).SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null),
            cancellationToken);

    /// <summary>Whether the last try was one too many.</summary>
    public Task<bool> AreUsedUpAsync(Guid id, CancellationToken cancellationToken) =>
        db.Accounts.AnyAsync(account => account.Id == id && account.LockoutEnd != null, cancellationToken);
}
