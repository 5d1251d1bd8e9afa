using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>Opens an account for a person whom a provider gives a role, at the first sign-in.</summary>
internal sealed class OpenByIssuer(IdentityDb db, AuditActor actor, TimeProvider clock)
{
    /// <summary>The account, or why there is none. An e-mail that an account has already leads to nothing: it proves nobody to be its owner.</summary>
    public async Task<(Account? Account, SignInRefusal? Refusal)> RunAsync(StaffIssuer issuer, OutsidePerson person, CancellationToken cancellationToken)
    {
        try
        {
            var (email, name, language, roles) = AccountRules.Check(new AccountRequest(person.Email, person.Name, person.Language, [.. person.Roles]));
            var account = Account.Open(email, name, language, roles, clock.Now());
            account.SignInAt(issuer.Issuer.Name, person.Subject, roles);
            actor.Who = $"issuer:{issuer.Id}";
            db.Add(account);
            db.Audit("account.create", "account", $"{account.Id}", before: null, AccountChange.StateOf(account));
            await AccountChange.SaveAsync(db, cancellationToken);
            return (account, null);
        }
        catch (Refusal refusal)
        {
            // What was not saved must not be saved with the row that says so.
            db.ChangeTracker.Clear();
            actor.Who = Caller.Nobody.Actor;
            return (null, RefusedByRule.Of(refusal));
        }
    }
}
