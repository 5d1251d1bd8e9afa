using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>
/// Requests the runs that nobody asks for. The name of each request is the same in every replica, so that what one has requested, the
/// others find requested.
/// </summary>
internal sealed class ScheduledRuns(
    StartRun start, ProblemLoader problems, FindChange changes, RunOptions options, AuditActor actor, TimeProvider clock)
{
    private const string Actor = "service:matching";

    // A replica that was down at the hour makes up for it, but not in the middle of the working day.
    private static readonly TimeSpan Late = TimeSpan.FromHours(3);

    /// <summary>Requests the run of the night, when it is time for it.</summary>
    /// <returns>The run; null when there is none due.</returns>
    public async Task<MatchingRun?> NightlyAsync(CancellationToken cancellationToken)
    {
        var now = clock.OsloTime();
        if (options.NightlyAt is not { } at || now.TimeOfDay < at.ToTimeSpan() || now.TimeOfDay >= at.ToTimeSpan() + Late
            || !await problems.IsReadyAsync(cancellationToken))
            return null;
        actor.Who = Actor;
        return await start.RunAsync($"nightly-{DateOnly.FromDateTime(now):yyyy-MM-dd}", new StartRequest(), cancellationToken);
    }

    /// <summary>Requests a repair of the plan in force, when something changed that alters it and has been still since the last look.</summary>
    /// <param name="lastLook">The fingerprint of the last look.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The fingerprint of this look, and the run; null when there is nothing to repair.</returns>
    public async Task<(string? Look, MatchingRun? Run)> RepairAsync(string? lastLook, CancellationToken cancellationToken)
    {
        if (!await problems.IsReadyAsync(cancellationToken))
            return (null, null);
        var loaded = await problems.LoadRunAsync(null, cancellationToken);
        var seen = SeenInputs.Of(loaded);
        if (seen.Hash != lastLook || await changes.SinceLastAsync(loaded, seen, cancellationToken) is not { } last || !Matters(last.Change, loaded))
            return (seen.Hash, null);
        actor.Who = Actor;
        // Named by the plan, too: what changes and changes back is repaired twice.
        return (seen.Hash, await start.RunAsync($"repair-{last.RunId:N}-{seen.Hash[..32]}", new StartRequest(Repair: true), cancellationToken));
    }

    private static bool Matters(PlanChange change, LoadedProblem loaded)
    {
        if (loaded.LostPins.Count > 0)
            return false;
        try
        {
            return change.Matters(new ProblemModel(CandidateSet.Of(loaded.Problem)));
        }
        catch (InvalidProblemException)
        {
            // The next full run fails with the reason; a repair could say no more.
            return false;
        }
    }
}
