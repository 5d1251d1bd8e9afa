namespace Kommunebro.Matching.Engine;

/// <summary>Counts how far plans of one model reach its goals, whatever they were searched by.</summary>
internal sealed class GoalCount(Model model)
{
    private const int Levels = 3;

    /// <summary>The groups whose coverage is counted.</summary>
    public CoverageGroups Groups { get; } = new(model);

    /// <summary>Hromadas outside the war zone that are due; more do not count.</summary>
    public int Due { get; } = new FairFloors(model).Due();

    /// <summary>What each goal reaches, the most important first.</summary>
    public IReadOnlyList<(ObjectiveStage Stage, int Level, long Reached)> Of(Assignment plan)
    {
        var inWarZone = model.Fairness.InWarZone;
        return
        [
            (ObjectiveStage.CriticalWarZone, 0, Count(hromada => inWarZone[hromada] && plan.Coverage.IsCovered(hromada, criticalOnly: true))),
            .. Groups.Of(plan).Order().Take(Levels).Select((value, at) => (ObjectiveStage.Coverage, at + 1, (long)value)),
            (ObjectiveStage.OutsideShare, 0, Math.Min(
                Due, Count(hromada => !inWarZone[hromada] && plan.Coverage.IsCovered(hromada, criticalOnly: false)))),
            (ObjectiveStage.Value, 0, plan.Value),
        ];
    }

    private int Count(Func<int, bool> isCounted) => Enumerable.Range(0, model.Hromadas).Count(isCounted);
}
