namespace Kommunebro.Matching.Engine;

/// <summary>What a repair must not give up for value: the hromadas that are covered, critical ones of the war zone before those outside it.</summary>
internal static class RepairFloors
{
    public static IReadOnlyList<Floor> Of(Assignment plan)
    {
        var make = new FairFloors(plan.Model);
        var (inside, outside) = (0, 0);
        for (var hromada = 0; hromada < plan.Model.Hromadas; hromada++)
        {
            if (plan.Model.Fairness.InWarZone[hromada] && plan.Coverage.IsCovered(hromada, criticalOnly: true)) inside++;
            if (!plan.Model.Fairness.InWarZone[hromada] && plan.Coverage.IsCovered(hromada, criticalOnly: false)) outside++;
        }
        return [make.Critical(inside), make.Outside(outside)];
    }
}
