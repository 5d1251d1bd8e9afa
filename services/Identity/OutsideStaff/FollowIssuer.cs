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
    public Task<SignInRefusal?> RunAsync(StaffIssuer issuer, Guid id, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        RefusedByRule.UnlessOvertakenAsync(db, () => FollowAsync(issuer, id, roles, cancellationToken));

    private async Task<SignInRefusal?> FollowAsync(StaffIssuer issuer, Guid id, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } account)
            return SignInRefusal.UnknownAccount;
        if (!account.Active)
            return SignInRefusal.Inactive;
        if (account.LockoutEnd > clock.GetUtcNow())
            return SignInRefusal.Locked;
        if (roles.Count == 0)
        {
            await EndSessionsAsync(id, cancellationToken);
            return SignInRefusal.NoRole;
        }

        if (account.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(roles))
            return null;
        try
        {
            actor.Who = $"issuer:{issuer.Id}";
            await changes.RunAsync(id, "account.take-roles", one => one.TakeRoles(roles), cancellationToken);
            return null;
        }
        catch (Refusal refusal)
        {
            db.ChangeTracker.Clear();
            await EndSessionsAsync(id, cancellationToken);
            return RefusedByRule.Of(refusal);
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
