using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Passwords;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>
/// Lets a person whom an administrator has invited sign in at a provider, instead of choosing a password: the letter's link
/// says which account it is.
/// </summary>
internal sealed class LinkByLetter(IdentityDb db, AccountChange changes, ChooseByLink links, AuditActor actor)
{
    /// <summary>The account, or why it is not linked. The link is used up with it.</summary>
    public Task<(Account? Account, SignInRefusal? Refusal)> RunAsync(
        StaffIssuer issuer, OutsidePerson person, string ticket, CancellationToken cancellationToken) =>
        RefusedByRule.UnlessOvertakenAsync(db, () => LinkAsync(issuer, person, ticket, cancellationToken));

    /// <summary>Whether the letter still waits for somebody to choose how to sign in.</summary>
    public async Task<bool> WaitsAsync(string ticket, CancellationToken cancellationToken) =>
        await links.FindAsync(ticket, cancellationToken) is { IsInvited: true };

    private async Task<(Account? Account, SignInRefusal? Refusal)> LinkAsync(
        StaffIssuer issuer, OutsidePerson person, string ticket, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(ticket, cancellationToken) is not { IsInvited: true } account)
            return (null, SignInRefusal.UsedLink);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await links.UseUpAsync(account, cancellationToken))
                return (null, SignInRefusal.UsedLink);
            actor.Who = $"staff:{account.Id}";
            await changes.RunAsync(
                account.Id, "account.sign-in-outside", one => one.SignInAt(issuer.Issuer.Name, person.Subject, person.Roles), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (account, null);
        }
        catch (Refusal refusal)
        {
            db.ChangeTracker.Clear();
            actor.Who = Caller.Nobody.Actor;
            return (null, RefusedByRule.Of(refusal));
        }
    }
}
