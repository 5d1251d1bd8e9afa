using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>A person who has shown to a provider who it is comes in here, or is refused.</summary>
internal sealed class OutsideSignIn(
    IdentityDb db, OpenByIssuer open, LinkByLetter link, FollowIssuer follow, SignInAudit audit)
{
    /// <summary>
    /// The account and whether its second factor was shown, or why the person may not come in. Both are noted. A letter is no second factor:
    /// who comes with one gives a code to an account that has an authenticator, whatever was shown at the provider.
    /// </summary>
    /// <param name="issuer">The provider.</param>
    /// <param name="person">Whom it describes.</param>
    /// <param name="ticket">Of the letter with which an invited person came; null for anybody else.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Account? Account, bool WithSecondFactor, SignInRefusal? Refusal)> RunAsync(
        StaffIssuer issuer, OutsidePerson person, string? ticket, CancellationToken cancellationToken)
    {
        var (account, refusal) = await KnownAsync(issuer, person, cancellationToken) is { } known
            ? (known, await ReturnAsync(issuer, person, known, ticket, cancellationToken))
            : await FirstAsync(issuer, person, ticket, cancellationToken);
        if (refusal is { } reason)
        {
            await audit.RefusedAsync(account?.Id, reason, cancellationToken, issuer.Id);
            return (null, false, reason);
        }

        var withSecondFactor = person.WithSecondFactor && !(ticket is not null && account!.HasSecondFactor);
        if (account!.HasSecondFactor && !withSecondFactor)
            await audit.OutsideAcceptedAsync(account.Id, issuer.Id, cancellationToken);
        else
            await audit.OutsideDoneAsync(account.Id, issuer.Id, cancellationToken);
        return (account, withSecondFactor, null);
    }

    private Task<Account?> KnownAsync(StaffIssuer issuer, OutsidePerson person, CancellationToken cancellationToken) => db.Accounts.SingleOrDefaultAsync(
        one => one.OutsideIssuer == issuer.Issuer.Name && one.OutsideSubject == person.Subject, cancellationToken);

    /// <summary>A letter that waits is another account's; one that was used may be this one's, opened once more.</summary>
    private async Task<SignInRefusal?> ReturnAsync(
        StaffIssuer issuer, OutsidePerson person, Account known, string? ticket, CancellationToken cancellationToken) =>
        ticket is not null && await link.WaitsAsync(ticket, cancellationToken)
            ? SignInRefusal.PersonTaken
            : await follow.RunAsync(issuer, known.Id, person.Roles, cancellationToken);

    private async Task<(Account? Account, SignInRefusal? Refusal)> FirstAsync(
        StaffIssuer issuer, OutsidePerson person, string? ticket, CancellationToken cancellationToken)
    {
        if (person.Roles.Count == 0)
            return (null, SignInRefusal.NoRole);
        if (ticket is not null)
            return await link.RunAsync(issuer, person, ticket, cancellationToken);
        var (account, refusal) = await open.RunAsync(issuer, person, cancellationToken);
        // Of two sign-ins at the same moment one has opened the account, and the other is its owner's, too.
        return refusal is not null && await KnownAsync(issuer, person, cancellationToken) is { } opened ? (opened, null) : (account, refusal);
    }
}
