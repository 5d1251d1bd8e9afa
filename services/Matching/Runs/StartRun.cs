using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Requests a run; a free worker takes it.</summary>
internal sealed class StartRun(MatchingDb db, CommitmentGate gate, ProblemLoader problems, Caller caller)
{
    /// <summary>The run; the same request id of the same caller again gives the same run.</summary>
    /// <exception cref="Refusal">400 too_long, control_characters; 503 read_model_not_ready while an owner has not been read yet.</exception>
    public async Task<MatchingRun> RunAsync(string? requestId, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var request = rules.Line(requestId, "request_id", longest: 100);
        rules.Enforce();
        // Asked first, so that the caller hears it instead of a run that fails.
        await problems.RequireReadyAsync(cancellationToken);
        return await gate.RunAsync(
            async () =>
            {
                if (request is { Length: > 0 } && await db.Runs.SingleOrDefaultAsync(
                    known => known.RequestedBy == caller.Actor && known.RequestId == request, cancellationToken) is { } again)
                    return again;
                var run = MatchingRun.Request(gate.Now, caller.Actor, request is "" ? null : request);
                db.Add(run);
                db.Audit("run.request", "matching-run", run.Id.ToString(), null, new { run.Status });
                await db.SaveChangesAsync(cancellationToken);
                return run;
            },
            cancellationToken);
    }
}
