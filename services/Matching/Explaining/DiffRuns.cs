using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>Two runs, and what their plans have different.</summary>
/// <param name="This">The first run.</param>
/// <param name="Other">The second run.</param>
/// <param name="Diff">What this reader is told of it.</param>
/// <param name="Masked">How many lines are left out.</param>
/// <param name="Sight">What this reader is told of needs.</param>
internal sealed record FoundDiff(MatchingRun This, MatchingRun Other, PlanDiff Diff, int Masked, NeedSight Sight);

/// <summary>Compares the plans of two completed runs.</summary>
internal sealed class DiffRuns(RecallRun recall)
{
    /// <summary>The comparison.</summary>
    /// <exception cref="Refusal">400 missing_field; 404 unknown_run; 409 run_not_completed.</exception>
    public async Task<FoundDiff> RunAsync(Guid id, Guid? with, CancellationToken cancellationToken)
    {
        new Rules().Required(with is not null, "with", "Give the id of the other run.").Enforce();
        var (one, other) = (await recall.FindAsync(id, cancellationToken), await recall.FindAsync(with!.Value, cancellationToken));
        var sight = await recall.SightAsync(cancellationToken);
        var whole = PlanDiff.Of(one.RequirePlan(), other.RequirePlan());
        var told = whole.For(sight);
        return new FoundDiff(one, other, told, whole.Lines - told.Lines, sight);
    }
}
