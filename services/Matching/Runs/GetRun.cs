using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Shows one run.</summary>
internal static class GetRun
{
    /// <summary>200 with the run. 404 unknown_run.</summary>
    public static async Task<Ok<RunView>> HandleAsync(Guid id, MatchingDb db, CancellationToken cancellationToken) =>
        await db.Runs.Where(run => run.Id == id).Select(RunView.Columns).SingleOrDefaultAsync(cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : throw Unknown();

    /// <summary>The refusal of an id that no run has.</summary>
    public static Refusal Unknown() => Refusal.NotFound("unknown_run", "There is no such matching run.");
}
