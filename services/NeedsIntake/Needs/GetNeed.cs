using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>One need.</summary>
internal static class GetNeed
{
    /// <summary>GET /api/v1/needs/{id}: 200 with what the reader may see, and the ETag. 404 need_not_found.</summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, HttpContext http, NeedsIntakeDb db, NeedVisibility visibility, CancellationToken cancellationToken)
    {
        var found = await db.Needs.AsNoTracking().Where(need => need.Id == id)
            .Join(db.Municipalities, need => need.MunicipalityId, known => known.Id, (need, known) => new { Need = need, Hromada = known })
            .SingleOrDefaultAsync(cancellationToken) ?? throw NeedChange.NotFound();
        return NeedAnswer.Of(http, await visibility.ShowOneAsync(found.Need, found.Hromada, cancellationToken));
    }
}
