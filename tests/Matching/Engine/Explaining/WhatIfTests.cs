using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Explaining;

public sealed class WhatIfTests
{
    private static readonly MatchingEngine Engine = new(new CpSatMaster());

    [Fact]
    public void What_a_pin_costs_is_what_brute_force_says() =>
        ValueOnly(suppliers: 3, hromadas: 3, needs: 5).Sample(
            problem =>
            {
                var brute = new PairBruteForce(problem);
                var plan = Given.PlanOf(problem);
                Assert.Equal(brute.Best(null), plan.Value.Reached);
                foreach (var pair in CandidateSet.Of(problem).Pairs.Where(pair => IsOutside(plan, pair)).Take(4))
                {
                    var best = brute.Best(pair);
                    if (best is null)
                    {
                        Assert.Equal("pins_conflict", Assert.Throws<InvalidProblemException>(() => Ask(problem, plan, pair)).Rule);
                        continue;
                    }
                    var cost = Ask(problem, plan, pair);
                    Assert.True(cost.IsProven);
                    Assert.Equal(plan.Value.Reached - best, cost.Value);
                }
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void The_plan_with_the_pin_keeps_every_limit_and_differs_by_the_changes_that_are_told() =>
        ValueOnly(suppliers: 4, hromadas: 4, needs: 8).Sample(
            problem =>
            {
                var brute = new PairBruteForce(problem);
                var plan = Given.PlanOf(problem);
                foreach (var pair in CandidateSet.Of(problem).Pairs.Where(pair => IsOutside(plan, pair)).Take(2))
                {
                    PinCost cost;
                    try { cost = Ask(problem, plan, pair); }
                    catch (InvalidProblemException) { continue; }
                    Assert.All(cost.Changes, change => Assert.NotEqual(change.Before, change.After));
                    var after = plan.Matches.Select(match => (match.Pair.Supplier.Id, match.Pair.Need.Id))
                        .Except(cost.Changes.Where(change => change.After == 0).Select(change => (change.SupplierId, change.NeedId)))
                        .Concat(cost.Changes.Where(change => change.Before == 0).Select(change => (change.SupplierId, change.NeedId)))
                        .Append((pair.Supplier.Id, pair.Need.Id))
                        .ToList();
                    Assert.Equal(plan.Value.Reached - cost.Value, brute.Value(after));
                }
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void No_goal_is_reached_further_by_a_pin_than_by_a_proven_plan() =>
        RandomProblems.Of(suppliers: 4, hromadas: 5, needs: 8).Sample(
            problem =>
            {
                var plan = Given.PlanOf(problem);
                Assert.True(plan.Optimal);
                foreach (var pair in CandidateSet.Of(problem).Pairs.Where(pair => IsOutside(plan, pair)).Take(2))
                {
                    PinCost cost;
                    try { cost = Ask(problem, plan, pair); }
                    catch (InvalidProblemException) { continue; }
                    // The same figures as the run itself told.
                    Assert.Equal(
                        plan.Stages.Where(stage => stage.Stage is not ObjectiveStage.TieBreak).Select(stage => (stage.Stage, stage.Level, stage.Reached)),
                        cost.Stages.Select(stage => (stage.Stage, stage.Level, stage.Before)));
                    var first = cost.Stages.FirstOrDefault(stage => stage.Cost != 0);
                    Assert.True(first is null || first.Cost > 0);
                }
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void A_pin_tells_what_it_displaces_and_what_it_costs()
    {
        var supplier = Given.Supplier() with { Capacity = PersonDays.Stated(23) };
        var urgent = Given.Need(2) with { Urgency = 4 };
        var problem = Given.Problem([supplier], needs: [Given.Need(), urgent]);
        var plan = Given.PlanOf(problem);
        var cost = Engine.WhatIf(problem, PlannedShare.Of(plan), new Pin(supplier.Id, Given.Need().Id, Share.Whole), Options);
        Assert.Equal(new ShareChange(supplier.Id, urgent.Id, Share.Whole, 0), Assert.Single(cost.Displaced));
        Assert.True(cost.Value > 0);
        Assert.Equal(plan.Value.Reached, cost.Stages.Single(stage => stage.Stage is ObjectiveStage.Value).Before);
    }

    [Fact]
    public void A_pin_that_a_rule_forbids_is_a_conflict()
    {
        var problem = Given.Problem(needs: [Given.Need() with { AreaCode = "CUL" }]);
        var conflict = Assert.Throws<InvalidProblemException>(() =>
            Engine.WhatIf(problem, [], new Pin(Given.Supplier().Id, Given.Need().Id, Share.Whole), Options));
        Assert.Equal("pins_conflict", conflict.Rule);
    }

    private static SearchOptions Options => new(new WorkBudget(10));

    private static PinCost Ask(Problem problem, Plan plan, Pair pair) =>
        Engine.WhatIf(problem, PlannedShare.Of(plan), new Pin(pair.Supplier.Id, pair.Need.Id, Share.Whole), Options);

    private static bool IsOutside(Plan plan, Pair pair) =>
        plan.Matches.All(match => (match.Pair.Supplier.Id, match.Pair.Need.Id) != (pair.Supplier.Id, pair.Need.Id));

    /// <summary>Worlds without anything that comes before value, in which no need is shared.</summary>
    private static Gen<Problem> ValueOnly(int suppliers, int hromadas, int needs) => RandomProblems.Of(suppliers, hromadas, needs).Select(problem => new Problem(
        problem.Today,
        problem.Scenario with { Sharing = new SharingRules(10, 1), Fairness = new FairnessRules(0, StageTolerances.None) },
        problem.Areas.Values,
        problem.Suppliers,
        problem.Hromadas.Select(hromada => hromada with { HasPartner = true, Category = null }),
        problem.Needs,
        problem.Exclusions.Values));
}
