using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Scenarios;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>How a run is to be done.</summary>
/// <param name="Units">Units of work, of which each takes roughly a second of one core; what the settings say when not given.</param>
/// <param name="Seed">Where random choices start, from 0; 1 when not given. The same data, scenario, units and seed give the same plan.</param>
/// <param name="Scenario">By which scenario: its id, id@version for an older version, or "default" for the built-in one; the one in force when not given.</param>
/// <param name="WhatIf">Only to look at: no proposals come of it, nobody is told, and what earlier runs proposed stays.</param>
/// <param name="Repair">Not afresh: what still fits of the plan in force stays, and only those choose anew whom a change since then touches. Takes no units.</param>
public sealed record StartRequest(double? Units = null, long? Seed = null, string? Scenario = null, bool WhatIf = false, bool Repair = false);

/// <summary>Requests a run; a free worker takes it.</summary>
internal sealed class StartRun(MatchingDb db, CommitmentGate gate, ProblemLoader problems, FindChange changes, ScenarioChoice scenarios, RunOptions options, AuditActor actor)
{
    /// <summary>The run; the same request id of the same caller again gives the same run.</summary>
    /// <exception cref="Refusal">400 too_long, control_characters, out_of_range, unknown_scenario; 409 nothing_to_repair; 503 read_model_not_ready while an owner has not been read yet.</exception>
    public async Task<MatchingRun> RunAsync(string? requestId, StartRequest wanted, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var request = rules.Line(requestId, "request_id", longest: 100);
        var units = wanted.Units ?? options.Units;
        rules.Check(units > 0 && units <= options.MaxUnits, "units", "out_of_range", $"More than 0, at most {options.MaxUnits} units of work.");
        rules.Check(wanted.Seed is null or >= 0, "seed", "out_of_range", "A whole number from 0.");
        rules.Enforce();
        // Asked first, so that the caller hears it instead of a run that fails.
        await problems.RequireReadyAsync(cancellationToken);
        return await gate.RunAsync(
            async () =>
            {
                if (request is { Length: > 0 } && await db.Runs.SingleOrDefaultAsync(
                    known => known.RequestedBy == actor.Who && known.RequestId == request, cancellationToken) is { } again)
                    return again;
                if (wanted.Repair)
                    await changes.RequirePlanAsync(cancellationToken);
                var run = MatchingRun.Request(gate.Now, actor.Who, units, wanted.Seed ?? 1, request is "" ? null : request)
                    .By(await scenarios.ResolveAsync(wanted.Scenario, cancellationToken), wanted.WhatIf, wanted.Repair);
                db.Add(run);
                db.Audit(
                    "run.request", "matching-run", run.Id.ToString(), null, new { run.Status, run.Units, run.Seed, run.Scenario, run.WhatIf, run.Repair });
                await db.SaveChangesAsync(cancellationToken);
                return run;
            },
            cancellationToken);
    }
}
