namespace Kommunebro.Identity.Accounts;

/// <summary>
/// What became of an account that was activated or deactivated. It names nobody: answers under an Idempotency-Key are stored
/// for seven days, and personal values live in the account alone.
/// </summary>
/// <param name="Active">Whether it may sign in.</param>
/// <param name="LockedUntil">After failed sign-ins; null when it is not locked.</param>
public sealed record AccountStatus(Guid Id, long Version, bool Active, IReadOnlyList<string> Roles, DateTimeOffset? LockedUntil)
{
    internal static AccountStatus Of(AccountView account) =>
        new(account.Id, account.Version, account.Active, account.Roles, account.LockedUntil);
}
