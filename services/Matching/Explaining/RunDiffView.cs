using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Explaining;

/// <summary>Two runs beside each other.</summary>
/// <param name="Language">nb, uk or en.</param>
/// <param name="This">The first run.</param>
/// <param name="Other">The run that it is compared with.</param>
/// <param name="OnlyInThis">Matches of the first plan alone.</param>
/// <param name="OnlyInOther">Matches of the other plan alone.</param>
/// <param name="Resized">Matches of both with different quarters: before is the other plan, after the first.</param>
/// <param name="Gained">Needs that somebody helps in the first plan and nobody in the other.</param>
/// <param name="Lost">Needs that nobody helps in the first plan and somebody in the other.</param>
/// <param name="Masked">How many lines are left out, because this reader may not see restricted needs.</param>
public sealed record RunDiffView(
    string Language,
    ComparedRun This,
    ComparedRun Other,
    IReadOnlyList<ChangeView> OnlyInThis,
    IReadOnlyList<ChangeView> OnlyInOther,
    IReadOnlyList<ChangeView> Resized,
    IReadOnlyList<NeedView> Gained,
    IReadOnlyList<NeedView> Lost,
    int Masked)
{
    internal static RunDiffView Of(FoundDiff found, string language)
    {
        var here = new Teller(found.This.RequirePlan().Names, language, found.Sight);
        var there = new Teller(found.Other.RequirePlan().Names, language, found.Sight);
        return new RunDiffView(
            language,
            ComparedRun.Of(found.This, language, found.Sight),
            ComparedRun.Of(found.Other, language, found.Sight),
            [.. found.Diff.OnlyInThis.Select(match => Change(here, match, 0, match.Quarters))],
            [.. found.Diff.OnlyInOther.Select(match => Change(there, match, match.Quarters, 0))],
            [.. found.Diff.Resized.Select(resized => Change(here, resized.Match, resized.Other, resized.Match.Quarters))],
            [.. found.Diff.Gained.Select(here.Tell)],
            [.. found.Diff.Lost.Select(there.Tell)],
            found.Masked);
    }

    private static ChangeView Change(Teller teller, StoredMatch match, int before, int after) =>
        new(teller.Tell(match.Supplier), teller.Tell(match.Need), before, after);
}

/// <summary>One of two runs that are compared; the numbers are those of the whole plan.</summary>
/// <param name="RunId">The run.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="InputsHash">Fingerprint of what was looked at: where it is equal, the plans differ by scenario, search or engine alone.</param>
/// <param name="Hash">Fingerprint of the plan.</param>
/// <param name="Versions">By what it was made.</param>
/// <param name="Totals">The plan in numbers.</param>
/// <param name="Score">The scores of all matches together, each by its quarters: Σ ⌊score × quarters / 4⌋.</param>
/// <param name="Stages">How far each goal is reached, the most important first.</param>
/// <param name="Figures">Its figures; null for runs that were made before they were kept.</param>
public sealed record ComparedRun(
    Guid RunId,
    DateTimeOffset RequestedAt,
    string? InputsHash,
    string Hash,
    PlanVersions Versions,
    PlanTotals Totals,
    long Score,
    IReadOnlyList<StoredStage> Stages,
    FiguresView? Figures)
{
    internal static ComparedRun Of(MatchingRun run, string language, NeedSight sight)
    {
        var plan = run.RequirePlan();
        return new ComparedRun(
            run.Id,
            run.RequestedAt,
            run.InputsHash,
            plan.Hash,
            plan.Versions,
            PlanTotals.Of(plan),
            plan.Matches.Sum(match => Share.Value(match.Score, match.Quarters)),
            plan.Stages,
            plan.Figures is { } figures ? FiguresView.Of(figures, language, sight) : null);
    }
}
