using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
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
        var need = Add(db, statement, hromada, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return await AnswerAsync(http, need, hromada, visibility, cancellationToken);
    }

    /// <summary>Puts the need with its event and its record into the next save.</summary>
    internal static Need Add(NeedsIntakeDb db, NeedStatement statement, KnownMunicipality hromada, DateTimeOffset now)
    {
        var need = Need.Submit(hromada.Id, statement, now);
        db.Add(need);
        db.Tell(need, before: null, step: null);
        db.Record(need, "need.submit", before: null);
        return need;
    }

    /// <summary>201 with the new need.</summary>
    internal static async Task<Created<NeedView>> AnswerAsync(
        HttpContext http, Need need, KnownMunicipality hromada, NeedVisibility visibility, CancellationToken cancellationToken)
    {
        ETag.Set(http, need.Version);
        return TypedResults.Created($"/api/v1/needs/{need.Id}", await visibility.ShowAsync(need, hromada, cancellationToken));
    }
}
