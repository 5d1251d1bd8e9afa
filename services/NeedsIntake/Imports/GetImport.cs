using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>An import of needs: staff see all, a partner its organisation's.</summary>
internal static class GetImport
{
    /// <summary>GET /api/v1/needs/imports/{id}: 200 with what became of the rows. 404 import_not_found.</summary>
    public static async Task<Ok<ImportView>> HandleAsync(Guid id, NeedsIntakeDb db, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ImportViews.OfAsync(db, await FindAsync(db, caller, id, cancellationToken), cancellationToken));

    /// <summary>The import, if it is the caller's to see.</summary>
    /// <exception cref="Refusal">import_not_found.</exception>
    public static async Task<NeedImport> FindAsync(NeedsIntakeDb db, Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var (isPartner, organisation) = (caller.Kind == CallerKind.Partner, caller.OrganisationId);
        return await db.Set<NeedImport>().AsNoTracking()
                .SingleOrDefaultAsync(import => import.Id == id && (!isPartner || import.OrganisationId == organisation), cancellationToken)
            ?? throw Refusal.NotFound("import_not_found", "There is no such import.");
    }
}
