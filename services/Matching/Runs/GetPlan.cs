using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Tells the plan of a completed run in the reader's language.</summary>
internal static class GetPlan
{
    /// <summary>200 with the plan. 400 unknown_language; 404 unknown_run; 409 run_not_completed.</summary>
    public static async Task<Ok<PlanView>> HandleAsync(
        Guid id, string? lang, HttpContext context, MatchingDb db, Caller caller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, context);
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) ?? throw GetRun.Unknown();
        var sight = await NeedSight.LoadAsync(db, caller, cancellationToken);
        return TypedResults.Ok(PlanView.Of(run.Id, run.RequirePlan(), language, sight));
    }
}
