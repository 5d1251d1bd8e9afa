namespace Kommunebro.Matching.Engine;

/// <summary>What a plan reaches in each goal, counted anew in whole numbers instead of read from a solver.</summary>
internal static class StageValue
{
    public static long Of(MasterModel model, ObjectiveStage stage, IReadOnlyList<int> plan)
    {
        MasterPair[] pairs = [.. plan.Select(position => model.Pairs[position])];
        return stage switch
        {
            ObjectiveStage.CriticalWarZone => Hromadas(
                model, pairs.Where(pair => model.Needs[pair.Need].Critical), hromada => hromada.InWarZone),
            ObjectiveStage.FirstPartners => Hromadas(model, pairs, hromada => hromada.WithoutPartner),
            ObjectiveStage.Value => pairs.Aggregate(
                -checked(Partnerships(model, pairs) * model.OverheadValue), (sum, pair) => checked(sum + pair.Value)),
            ObjectiveStage.TieBreak => pairs.Aggregate(0L, (sum, pair) => checked(sum + pair.Tie)),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a goal."),
        };
    }

    /// <summary>What no plan can exceed: as if all pairs could be taken, and partnerships cost nothing.</summary>
    public static long Most(MasterModel model, ObjectiveStage stage) =>
        Of(model with { OverheadValue = 0 }, stage, [.. Enumerable.Range(0, model.Pairs.Count)]);

    private static int Hromadas(MasterModel model, IEnumerable<MasterPair> pairs, Func<MasterHromada, bool> counts) =>
        pairs.Select(pair => model.Needs[pair.Need].Hromada).Distinct().Count(hromada => counts(model.Hromadas[hromada]));

    private static long Partnerships(MasterModel model, IEnumerable<MasterPair> pairs) =>
        pairs.Select(pair => (pair.Supplier, model.Needs[pair.Need].Hromada)).Distinct().Count();
}
