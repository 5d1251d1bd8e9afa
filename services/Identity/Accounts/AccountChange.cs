using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Accounts;

/// <summary>What all changes of an account have in common: find it, compare versions, do it, audit, save.</summary>
internal sealed class AccountChange(IdentityDb db, TimeProvider clock)
{
    // Any number; the same in every replica.
    private const long Administrators = 5105_0001;

    /// <summary>Does <paramref name="change"/> to the version that the request says was seen, and answers with its ETag.</summary>
    /// <exception cref="Refusal">Version required or mismatch; and as without a request.</exception>
    public async Task<AccountView> RunAsync(
        HttpContext http, Guid id, string action, Action<Account> change, CancellationToken cancellationToken)
    {
        var changed = await RunAsync(
            id,
            action,
            account =>
            {
                IfMatch.Require(http, account.Version);
                change(account);
            },
            cancellationToken);
        ETag.Set(http, changed.Version);
        return changed;
    }

    /// <summary>Does <paramref name="change"/>, and stores it and its audit together.</summary>
    /// <exception cref="Refusal">
    /// Not found account_not_found; conflict last_administrator, email_taken, or what <paramref name="change"/> refuses.
    /// </exception>
    public async Task<AccountView> RunAsync(Guid id, string action, Action<Account> change, CancellationToken cancellationToken)
    {
        // With an Idempotency-Key there is a transaction already.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var account = await db.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw NotFound();
        var administers = Administers(account);
        var before = StateOf(account);
        change(account);
        if (administers && !Administers(account))
            await RequireAnotherAdministratorAsync(id, cancellationToken);
        db.Audit(action, "account", $"{id}", before, StateOf(account));
        await SaveAsync(db, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return AccountView.Of(account, clock.GetUtcNow());
    }

    /// <summary>Saves; two accounts never have one e-mail, or one person of a provider outside.</summary>
    public static async Task SaveAsync(IdentityDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(AccountMapping.OneForEachEmail))
        {
            throw new Refusal(RefusalKind.Conflict, "email_taken", "Another account has this e-mail.", "email");
        }
        catch (DbUpdateException error) when (error.Violates(AccountMapping.OneForEachOutside))
        {
            throw new Refusal(RefusalKind.Conflict, "person_taken", "Another account is this person's.");
        }
    }

    /// <summary>The account's state as it stands in the audit: without personal values.</summary>
    public static object StateOf(Account account) =>
        new { account.Version, account.Language, account.Roles, account.Active, account.PasswordIsTemporary, account.HasSecondFactor, account.OutsideIssuer };

    /// <summary>The refusal of an id that no account has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("account_not_found", "There is no such account.");

    private static bool Administers(Account account) => account.Active && account.Roles.Contains(StaffRole.Administrator);

    /// <summary>One at a time, or two administrators could remove each other at once.</summary>
    private async Task RequireAnotherAdministratorAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Administrators})", cancellationToken);
        if (!await db.Accounts.AnyAsync(
            other => other.Id != id && other.Active && other.Roles.Contains(StaffRole.Administrator), cancellationToken))
            throw new Refusal(
                RefusalKind.Conflict, "last_administrator", "Somebody must administer. Give another active account the role first.");
    }
}
