using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Finds what changed since the plan in force was made.</summary>
internal sealed class FindChange(MatchingDb db)
{
    private IQueryable<MatchingRun> Plans => db.Runs.AsNoTracking()
        .Where(run => run.Status == RunStatus.Completed && !run.WhatIf && run.Seen != null);

    /// <summary>Passes when there is a plan that can be repaired.</summary>
    /// <exception cref="Refusal">409 nothing_to_repair.</exception>
    public async Task RequirePlanAsync(CancellationToken cancellationToken)
    {
        if (!await Plans.AnyAsync(cancellationToken))
            throw new Refusal(
                RefusalKind.Conflict, "nothing_to_repair", "There is no plan in force yet. Start a run without repair.");
    }

    /// <summary>What changed since the last plan, and the run that made it; null when there is none.</summary>
    public Task<(PlanChange Change, Guid RunId)?> SinceLastAsync(LoadedProblem loaded, SeenInputs seen, CancellationToken cancellationToken) =>
        SinceAsync(Plans, loaded, seen, cancellationToken);

    /// <summary>What changed since the last plan but that of the run with <paramref name="id"/>; everything when there was none.</summary>
    public async Task<PlanChange> SinceAsync(Guid id, LoadedProblem loaded, SeenInputs seen, CancellationToken cancellationToken) =>
        (await SinceAsync(Plans.Where(run => run.Id != id), loaded, seen, cancellationToken))?.Change
        ?? new PlanChange(loaded.Problem.Decisions.InForce, seen.Prints.Keys.ToHashSet());

    private static async Task<(PlanChange Change, Guid RunId)?> SinceAsync(
        IQueryable<MatchingRun> plans, LoadedProblem loaded, SeenInputs seen, CancellationToken cancellationToken)
    {
        var last = await plans.OrderByDescending(run => run.StartedAt).Select(run => new { run.Id, run.Seen }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : (new PlanChange(loaded.Problem.Decisions.InForce, seen.ChangesSince(last.Seen!)), last.Id);
    }
}
