using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Passwords;

/// <summary>Makes the link of a letter, when notification writes it.</summary>
internal sealed class CreatePasswordLink(IdentityDb db, TimeProvider clock)
{
    /// <summary>
    /// Makes it, and names the address to which alone it may go: the account's at this moment. One of an earlier letter stays good:
    /// a letter whose sending was not confirmed is written once more.
    /// </summary>
    /// <exception cref="Refusal">Not found account_not_found; conflict account_inactive, signs_in_outside, has_password (of an invitation).</exception>
    public async Task<(PasswordLink Link, string Token, string Email)> RunAsync(Guid accountId, bool invitation, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == accountId, cancellationToken)
            ?? throw AccountChange.NotFound();
        if (!account.Active)
            throw new Refusal(RefusalKind.Conflict, "account_inactive", "The account is inactive, and gets no link.");
        if (account.OutsideIssuer is not null)
            throw new Refusal(RefusalKind.Conflict, "signs_in_outside", "The account has no password here, and gets no link.");
        // The letter may be days late.
        if (invitation && account.PasswordHash is not null)
            throw new Refusal(RefusalKind.Conflict, "has_password", "The account has a password by now, and gets no invitation.");
        var (link, token) = PasswordLink.Create(account, invitation, clock.Now());
        db.Add(link);
        db.Audit("account.create-password-link", "account", $"{accountId}", before: null, new { Invitation = invitation, link.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return (link, token, account.Email!);
    }
}
