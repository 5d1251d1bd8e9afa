using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>Does to an account what its provider says now: other roles, or none. Being inactive or locked here counts before that.</summary>
internal sealed class FollowIssuer(IdentityDb db, AccountChange changes, AuditActor actor, TimeProvider clock)
{
    /// <summary>Takes the roles over. Why the person may not come in all the same; null when it may.</summary>
    public async Task<SignInRefusal?> RunAsync(StaffIssuer issuer, Account account, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        if (!account.Active)
            return SignInRefusal.Inactive;
        if (account.LockoutEnd > clock.GetUtcNow())
            return SignInRefusal.Locked;
        if (roles.Count == 0)
        {
            await EndSessionsAsync(account.Id, cancellationToken);
            return SignInRefusal.NoRole;
        }

        if (account.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(roles))
            return null;
        try
        {
            actor.Who = $"issuer:{issuer.Id}";
            await changes.RunAsync(account.Id, "account.take-roles", one => one.TakeRoles(roles), cancellationToken);
            return null;
        }
        catch (Refusal)
        {
            db.ChangeTracker.Clear();
            await EndSessionsAsync(account.Id, cancellationToken);
            return SignInRefusal.LastAdministrator;
        }
        finally
        {
            actor.Who = Caller.Nobody.Actor;
        }
    }

    /// <summary>Beside the version: the row of the refusal says it.</summary>
    private async Task EndSessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var stamp = Account.NewStamp();
        await db.Accounts.Where(account => account.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, stamp), cancellationToken);
    }
}
