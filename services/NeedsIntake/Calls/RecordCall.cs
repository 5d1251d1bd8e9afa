using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>What came of a call.</summary>
/// <param name="Outcome">reached (the needs still stand; the silence is broken and the task done) or not_reached (it stays on the list).</param>
/// <param name="Text">What was said, 3 to 2000 characters; when it was reached, staff read it in the history of each need.</param>
public sealed record CallRequest(string? Outcome = null, string? Text = null);

/// <summary>What a call changed.</summary>
/// <param name="NeedsHeardOf">How many needs' silence it broke.</param>
/// <param name="TasksDone">How many tasks it finished.</param>
public sealed record CallRecorded(int NeedsHeardOf, int TasksDone);

/// <summary>AUC notes that it called a hromada.</summary>
internal static class RecordCall
{
    /// <summary>
    /// POST /api/v1/needs/call-list/{code}/calls: 200 with what it changed. 400 with everything that is wrong;
    /// 404 municipality_not_found; 412 version_mismatch when somebody changed a need, or the territory status changed, meanwhile.
    /// </summary>
    public static async Task<Ok<CallRecorded>> HandleAsync(
        string code, CallRequest request, NeedsIntakeDb db, Caller caller, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(await RunAsync(code, request, db, caller, clock, cancellationToken));

    /// <summary>Notes it.</summary>
    /// <exception cref="Refusal">As told above.</exception>
    public static async Task<CallRecorded> RunAsync(
        string code, CallRequest request, NeedsIntakeDb db, Caller caller, TimeProvider clock, CancellationToken cancellationToken)
    {
        var town = await db.Municipalities.AsNoTracking()
            .Where(known => known.Code == code && known.Kind == MunicipalityKind.Hromada)
            .OrderByDescending(known => known.Version).FirstOrDefaultAsync(cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "No hromada has this code.");
        var rules = new Rules();
        var outcome = rules.RequiredChoice<CallOutcome>(request.Outcome, "outcome");
        var words = rules.Block(request.Text, "text", shortest: 3, longest: 2000);
        rules.Enforce();
        var now = clock.GetUtcNow();
        db.Add(new TownCall { MunicipalityId = town.Id, At = now, Who = caller.Actor, Outcome = outcome, Words = words ?? "" });
        db.Audit("town-call.record", "municipality", $"{town.Id}", before: null, new { outcome });
        var recorded = outcome == CallOutcome.Reached ? await HearAsync(db, town.Id, words, now, cancellationToken) : new CallRecorded(0, 0);
        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }

    private static async Task<CallRecorded> HearAsync(
        NeedsIntakeDb db, Guid town, string? words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = await db.Needs
            .Where(need => need.MunicipalityId == town && NeedLifeCycle.Living.Contains(need.Status)).ToListAsync(cancellationToken);
        foreach (var need in needs)
        {
            var before = NeedState.Of(need);
            need.HearOf(now);
            db.Record(need, "need.call", before, words);
        }

        var tasks = await db.TerritoryTasks.Where(task => task.MunicipalityId == town && task.DoneAt == null).ToListAsync(cancellationToken);
        foreach (var task in tasks)
        {
            task.Finish(now);
            db.Audit("territory-task.finish", "municipality", $"{town}", new { task.Id, task.DueAt }, new { task.Id, task.DoneAt });
        }

        return new CallRecorded(needs.Count, tasks.Count);
    }
}
