namespace Kommunebro.Matching.Engine;

/// <summary>What a repair must not give up for value: the hromadas that are covered, those of the war zone, and critical ones among them, before those outside it.</summary>
internal static class RepairFloors
{
    public static IReadOnlyList<Floor> Of(Assignment plan)
    {
        var (make, inWarZone) = (new FairFloors(plan.Model), plan.Model.Fairness.InWarZone);
        return [make.Critical(Covered(true, true)), make.Inside(Covered(true, false)), make.Outside(Covered(false, false))];

        int Covered(bool inside, bool criticalOnly) => Enumerable.Range(0, plan.Model.Hromadas)
            .Count(hromada => inWarZone[hromada] == inside && plan.Coverage.IsCovered(hromada, criticalOnly));
    }
}
