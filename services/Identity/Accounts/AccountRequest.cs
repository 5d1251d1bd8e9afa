namespace Kommunebro.Identity.Accounts;

/// <summary>An account as the administrator sends it. Everything may be missing, so that all faults are told at once.</summary>
/// <param name="Email">With which the person signs in, at most 254 characters; one account for each.</param>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Roles">ks-coordinator, auc-coordinator, administrator, viewer; at least one.</param>
public sealed record AccountRequest(
    string? Email = null, string? Name = null, string? Language = null, IReadOnlyList<string?>? Roles = null);

/// <summary>An account as the administrator sees it.</summary>
/// <param name="LockedUntil">After failed sign-ins; null when it is not locked.</param>
/// <param name="HasSecondFactor">Whether it signs in with a code of an authenticator, too.</param>
/// <param name="OutsideIssuer">The provider at which alone it signs in, and which gives it its roles; null for who has a password here.</param>
public sealed record AccountView(
    Guid Id,
    long Version,
    string Email,
    string Name,
    string Language,
    IReadOnlyList<string> Roles,
    bool Active,
    bool PasswordIsTemporary,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt,
    bool HasSecondFactor,
    string? OutsideIssuer)
{
    internal static AccountView Of(Account account, DateTimeOffset now) => new(
        account.Id,
        account.Version,
        account.Email!,
        account.Name,
        account.Language,
        account.Roles,
        account.Active,
        account.PasswordIsTemporary,
        account.LockoutEnd > now ? account.LockoutEnd : null,
        account.CreatedAt,
        account.HasSecondFactor,
        account.OutsideIssuer);
}

/// <summary>An account and its temporary password, which is told this once and stored nowhere.</summary>
public sealed record AccountWithPassword(AccountView Account, string Password);
