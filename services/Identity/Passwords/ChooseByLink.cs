using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Passwords;

/// <summary>Gives the account of a link the password that its owner chose, once.</summary>
internal sealed class ChooseByLink(IdentityDb db, IPasswordHasher<Account> hasher, AuditActor actor, TimeProvider clock)
{
    /// <summary>The account to which <paramref name="token"/> leads now; null when the link was used, is too old, or the account changed since.</summary>
    public async Task<Account?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (PasswordLink.Hash(token), clock.GetUtcNow());
        return await db.Accounts.SingleOrDefaultAsync(
            account => account.Active && db.PasswordLinks.Any(
                link => link.TokenHash == hash && link.AccountId == account.Id && link.Stamp == account.SecurityStamp && link.ExpiresAt > now),
            cancellationToken);
    }

    /// <summary>
    /// Ends the links of an account as it is. Of two at the same time, by one link or by two, one deletes the rows, and the other
    /// finds none: false.
    /// </summary>
    public async Task<bool> UseUpAsync(Account account, CancellationToken cancellationToken) =>
        await db.PasswordLinks.Where(link => link.AccountId == account.Id && link.Stamp == account.SecurityStamp).ExecuteDeleteAsync(cancellationToken) > 0;

    /// <summary>What is wrong with the password; nothing when it was taken; null when the link was used meanwhile.</summary>
    public async Task<IReadOnlyList<Fault>?> RunAsync(
        Account account, string password, string again, PageTexts texts, CancellationToken cancellationToken)
    {
        var faults = NewPasswordFaults.Of(hasher, account, password, again, texts);
        if (faults.Count > 0)
            return faults;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await UseUpAsync(account, cancellationToken))
            return null;
        actor.Who = $"staff:{account.Id}";
        var before = AccountChange.StateOf(account);
        account.ChoosePassword(hasher.HashPassword(account, password));
        db.Audit("account.choose-password-by-link", "account", $"{account.Id}", before, AccountChange.StateOf(account));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }
}
