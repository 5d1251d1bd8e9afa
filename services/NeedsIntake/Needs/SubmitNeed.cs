using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A hromada states a need.</summary>
internal static class SubmitNeed
{
    /// <summary>
    /// POST /api/v1/needs: 201 with the need, its address and ETag.
    /// 400 with everything that is wrong, unknown_municipality also for a hromada that the caller does not act for; 503 directory_not_ready while registry's directory has never been read.
    /// </summary>
    public static async Task<Created<NeedView>> HandleAsync(
        NeedRequest request,
        HttpContext http,
        NeedsIntakeDb db,
        NeedRules rules,
        NeedVisibility visibility,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (statement, hromada) = await rules.CheckAsync(request, cancellationToken);
        var need = Need.Submit(hromada.Id, statement, clock.GetUtcNow());
        db.Add(need);
        db.Tell(need, before: null, step: null);
        db.Record(need, "need.submit", before: null);
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, need.Version);
        return TypedResults.Created($"/api/v1/needs/{need.Id}", await visibility.ShowAsync(need, hromada, cancellationToken));
    }
}
