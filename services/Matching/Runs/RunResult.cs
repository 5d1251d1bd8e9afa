using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Telling;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>What follows from a completed run, in the transaction of its result: proposals, and what others hear. Of one that is only to look at, or that a newer one overtook, nothing follows but that who asked is told.</summary>
internal sealed class RunResult(MatchingDb db, CommitmentGate gate, ProposalsOfRun proposals, AuditActor actor)
{
    /// <summary>Makes and tells it; the caller saves.</summary>
    public Task PublishAsync(MatchingRun run, StoredPlan plan, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            (actor.Who, actor.OnBehalfOf) = ("service:matching", run.RequestedBy);
            if (!run.WhatIf && !await IsOutdatedAsync(run, cancellationToken))
            {
                run.Proposed(await proposals.MakeAsync(run.Id, plan, cancellationToken));
                await TellUnmatchedAsync(run.Id, plan, cancellationToken);
            }

            db.Enqueue(new RunCompleted(run.Id, run.RequestedBy, run.Proposals, run.Unmatched));
            return run;
        },
        cancellationToken);

    /// <summary>Whether a run that looked at newer data has ended before this one: its proposals stand, and people may have turned keys.</summary>
    private Task<bool> IsOutdatedAsync(MatchingRun run, CancellationToken cancellationToken) => db.Runs.AnyAsync(
        other => other.Id != run.Id && !other.WhatIf && other.Status == RunStatus.Completed && other.StartedAt > run.StartedAt, cancellationToken);

    private async Task TellUnmatchedAsync(Guid runId, StoredPlan plan, CancellationToken cancellationToken)
    {
        var told = await db.ToldUnmatched.ToDictionaryAsync(known => known.NeedId, cancellationToken);
        foreach (var match in plan.Matches)
            if (told.TryGetValue(match.Need.Id, out var known))
                db.Remove(known);
        foreach (var need in plan.Unmatched.Select(unmatched => unmatched.Need))
        {
            var known = told.GetValueOrDefault(need.Id);
            if (known?.NeedVersion == need.Version)
                continue;
            if (known is null)
                db.Add(new ToldUnmatched { NeedId = need.Id, NeedVersion = need.Version });
            else
                known.NeedVersion = need.Version;
            db.Enqueue(new NeedUnmatched(need.Id, need.Version, need.Hromada.Id, runId));
        }
    }
}
