using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Passwords;

/// <summary>Makes the link of a letter, when notification writes it.</summary>
internal sealed class CreatePasswordLink(IdentityDb db, TimeProvider clock)
{
    /// <summary>Makes it; the one before ends.</summary>
    /// <exception cref="Refusal">Not found account_not_found; conflict account_inactive.</exception>
    public async Task<(PasswordLink Link, string Token)> RunAsync(Guid accountId, bool invitation, CancellationToken cancellationToken)
    {
        var active = await db.Accounts.Where(account => account.Id == accountId).Select(account => (bool?)account.Active)
            .SingleOrDefaultAsync(cancellationToken) ?? throw AccountChange.NotFound();
        if (!active)
            throw new Refusal(RefusalKind.Conflict, "account_inactive", "The account is inactive, and gets no link.");
        var (link, token) = PasswordLink.Create(accountId, invitation, clock.Now());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.PasswordLinks.Where(before => before.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        db.Add(link);
        db.Audit("account.create-password-link", "account", $"{accountId}", before: null, new { Invitation = invitation, link.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (link, token);
    }
}
