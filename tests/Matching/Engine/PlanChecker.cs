using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>Checks a plan against its problem from first principles. It reads records, and calls nothing that the engine computes by.</summary>
internal static class PlanChecker
{
    public static void Check(Problem problem, Plan plan)
    {
        var rules = problem.Scenario;
        Assert.Equal(plan.Matches.Count, plan.Matches.Select(match => (match.Pair.Supplier.Id, match.Pair.Need.Id)).Distinct().Count());
        foreach (var need in problem.Needs) CheckNeed(plan, need, rules.Sharing);
        foreach (var match in plan.Matches) CheckMatch(problem, match);
        foreach (var own in plan.Matches.GroupBy(match => match.Pair.Supplier)) CheckSupplier(own.Key, [.. own], rules);
        foreach (var own in plan.Matches.GroupBy(match => match.Pair.Hromada))
            Assert.True(own.Select(match => match.Pair.Supplier.Id).Distinct().Count() <= rules.MaxPartnersPerHromada);
        CheckShares(plan, rules);
        CheckStages(problem, plan);
    }

    private static void CheckNeed(Plan plan, Need need, SharingRules sharing)
    {
        Match[] own = [.. plan.Matches.Where(match => match.Pair.Need.Id == need.Id)];
        var quarters = own.Sum(match => match.Quarters);
        Assert.True(quarters <= 4);
        Assert.True(own.Length <= sharing.MaxSuppliers);
        if (need.Effort.Days < sharing.FromDays) Assert.All(own, match => Assert.Equal(4, match.Quarters));
        Assert.Equal(Math.Min(own.Length, 1), own.Count(match => match.Coordinates));
        Assert.Equal(quarters < 2, plan.Unmatched.Any(unmatched => unmatched.Need.Id == need.Id));
    }

    private static void CheckMatch(Problem problem, Match match)
    {
        var (pair, need) = (match.Pair, match.Pair.Need);
        Assert.Same(problem.Suppliers.Single(s => s.Id == pair.Supplier.Id), pair.Supplier);
        Assert.Same(problem.Needs.Single(n => n.Id == need.Id), need);
        Assert.Equal((need.Effort.Days * match.Quarters + 3) / 4, match.PersonDays);
        Assert.Contains(pair.Competence, pair.Supplier.Areas);
        Assert.NotEmpty(pair.Modes);
        Assert.All(pair.Modes, mode => Assert.Contains(mode, pair.Competence.Modes));
        if (need.DesiredModes.Count > 0) Assert.All(pair.Modes, mode => Assert.Contains(mode, need.DesiredModes));
        if (need.NeededBy is { } day) Assert.True(day >= problem.Today);
        Assert.NotEqual(TerritoryStatus.Occupied, pair.Hromada.TerritoryStatus);
        Assert.All(pair.Breakdown, part => Assert.InRange(part.Points, 0, 10 * part.Weight));
        Assert.All(pair.Breakdown, part => Assert.True(!part.Missing || part.Points == 0));
        Assert.Equal(pair.Score, pair.Breakdown.Sum(part => part.Points));
        Assert.InRange(pair.Score, 0, 1000);
        Assert.Equal(pair.Value, (pair.Score + pair.Levelling) * pair.Weight);
    }

    private static void CheckSupplier(Supplier supplier, Match[] own, Scenario rules)
    {
        var partnerships = own.Select(match => match.Pair.Hromada.Id).Distinct().Count();
        Assert.True(partnerships <= supplier.MaxPartnerships);
        Assert.True(own.Sum(match => match.PersonDays) + partnerships * rules.OverheadDays <= supplier.Capacity.Days);
        foreach (var inArea in own.GroupBy(match => match.Pair.Competence))
            if (inArea.Key.MaxPersonDays is { } most)
                Assert.True(inArea.Sum(match => match.PersonDays) <= most);
    }

    private static void CheckShares(Plan plan, Scenario rules)
    {
        foreach (var share in plan.Suppliers)
        {
            Match[] own = [.. plan.Matches.Where(match => match.Pair.Supplier.Id == share.Supplier.Id)];
            Assert.Equal(own.Sum(match => match.PersonDays), share.EffortDays);
            Assert.Equal(own.Select(match => match.Pair.Hromada.Id).Distinct().Count() * rules.OverheadDays, share.OverheadDays);
            Assert.Equal(own.Length == 0, share.IdleReasons.Count > 0);
        }
        Assert.All(plan.Unmatched, unmatched => Assert.NotEmpty(unmatched.Reasons));
    }

    private static void CheckStages(Problem problem, Plan plan)
    {
        Need[] covered = [.. problem.Needs.Where(need => plan.Unmatched.All(unmatched => unmatched.Need.Id != need.Id))];
        var hromadas = problem.Hromadas.ToDictionary(hromada => hromada.Id);
        Assert.Equal(
            covered.Where(need => need.Urgency == 4).Select(need => hromadas[need.HromadaId])
                .Where(hromada => hromada.Category == ProgrammeCategory.WarZone).Distinct().Count(),
            Reached(plan, ObjectiveStage.CriticalWarZone));
        var partnerships = plan.Matches.Select(match => (match.Pair.Supplier.Id, match.Pair.Hromada.Id)).Distinct().Count();
        Assert.Equal(
            plan.Matches.Sum(match => match.Pair.Value * match.Quarters / 4) - partnerships * problem.Scenario.OverheadValue,
            Reached(plan, ObjectiveStage.Value));
        Assert.All(plan.Stages, stage => Assert.True(stage.Reached <= stage.Bound));
    }

    private static long Reached(Plan plan, ObjectiveStage stage) => plan.Stages.Single(result => result.Stage == stage).Reached;
}
