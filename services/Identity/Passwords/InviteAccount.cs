using Kommunebro.Contracts.Identity;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.Passwords;

/// <summary>Invites a person by e-mail: its first password is known to nobody else.</summary>
internal sealed class InviteAccount(AccountChange changes, IdentityDb db)
{
    private const string Action = "account.invite";

    /// <summary>
    /// POST /api/v1/accounts/{id}/invitation with If-Match: 200 with the account's status; a letter with a link that is good for
    /// seven days is on its way, and a temporary password ends. 404 account_not_found; 409 has_password (its owner chose one
    /// already), signs_in_outside, already_inactive; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<AccountStatus>> HandleAsync(
        Guid id, HttpContext http, AccountChange changes, InviteAccount invite, CancellationToken cancellationToken) =>
        TypedResults.Ok(AccountStatus.Of(await changes.RunAsync(http, id, Action, invite.Invite, cancellationToken)));

    /// <summary>The same for an operator.</summary>
    /// <exception cref="Refusal">As <see cref="HandleAsync"/>, without versions.</exception>
    public Task RunAsync(Guid id, CancellationToken cancellationToken) => changes.RunAsync(id, Action, Invite, cancellationToken);

    private void Invite(Account account)
    {
        account.Invite();
        db.Enqueue(new PasswordLetterAsked(account.Id, Invitation: true));
    }
}
