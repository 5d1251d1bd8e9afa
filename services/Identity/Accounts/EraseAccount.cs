using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Accounts;

/// <summary>Erases a person: the row goes, and nothing else had the values. What it did stays in the audit, under an id that leads to nobody.</summary>
internal sealed class EraseAccount(IdentityDb db)
{
    /// <summary>
    /// DELETE /api/v1/accounts/{id} with If-Match: 204. 404 account_not_found; 409 still_active: deactivate it first, so that
    /// nobody is erased by a slip; 412 and 428 by version.
    /// </summary>
    public static async Task<NoContent> HandleAsync(Guid id, HttpContext http, EraseAccount erase, CancellationToken cancellationToken)
    {
        await erase.RunAsync(id, version => IfMatch.Require(http, version), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Erases it, and notes that.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it erases.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">Not found account_not_found; conflict still_active; a version.</exception>
    public async Task RunAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw AccountChange.NotFound();
        requireVersion(account.Version);
        if (account.Active)
            throw new Refusal(RefusalKind.Conflict, "still_active", "The account is active. Deactivate it first.");
        db.Remove(account);
        db.Audit("account.erase", "account", $"{id}", AccountChange.StateOf(account), after: null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
