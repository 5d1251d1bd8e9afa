using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class MatchingEngineTests
{
    [Fact]
    public void Every_plan_keeps_every_limit_and_adds_up() =>
        RandomProblems.Of(suppliers: 5, hromadas: 5, needs: 10)
            .Sample(problem => PlanChecker.Check(problem, Given.PlanOf(problem)), iter: 150, threads: 1);

    [Fact]
    public void The_order_of_the_data_does_not_change_the_plan() =>
        Gen.Select(RandomProblems.Of(suppliers: 5, hromadas: 4, needs: 8), Gen.Int).Sample(
            (problem, seed) =>
            {
                var (plan, other) = (Given.PlanOf(problem), Given.PlanOf(Shuffled(problem, seed)));
                Assert.Equal(plan.Hash, other.Hash);
                Assert.Equal(Told(plan), Told(other));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void In_a_proven_plan_nothing_is_left_out_that_had_room() =>
        RandomProblems.Of(suppliers: 5, hromadas: 5, needs: 10).Sample(
            problem => Assert.DoesNotContain(
                Given.PlanOf(problem).Unmatched.SelectMany(unmatched => unmatched.Obstacles),
                obstacle => obstacle.Kind is ObstacleKind.UnprovenPlan),
            iter: 100,
            threads: 1);

    [Fact]
    public void No_suppliers_leave_every_need_to_a_person()
    {
        var plan = Given.PlanOf(Given.Problem(suppliers: []));
        Assert.Empty(plan.Matches);
        Assert.Equal("unmatched.no_suppliers", Assert.Single(Assert.Single(plan.Unmatched).Reasons).Key);
        Assert.True(plan.Optimal);
    }

    [Fact]
    public void No_needs_leave_every_supplier_with_a_reason()
    {
        var plan = Given.PlanOf(Given.Problem(needs: []));
        Assert.Equal("idle.no_needs", Assert.Single(Assert.Single(plan.Suppliers).IdleReasons).Key);
    }

    [Fact]
    public void A_need_larger_than_every_capacity_is_left_with_the_nearest_miss()
    {
        var plan = Given.PlanOf(Given.Problem(needs: [Given.Need() with { Effort = PersonDays.Stated(1_000) }]));
        var unmatched = Assert.Single(plan.Unmatched);
        Assert.Equal(("capacity_left", 1), (unmatched.Failures[0].RuleCode, unmatched.Failures[0].Count));
        Assert.Equal("rule.capacity_left.too_little", unmatched.Reasons[1].Key);
    }

    [Fact]
    public void A_need_that_lost_says_who_holds_the_place_and_at_what_price()
    {
        var supplier = Given.Supplier() with { Capacity = PersonDays.Stated(23) };
        var urgent = Given.Need(2) with { Urgency = 4 };
        var plan = Given.PlanOf(Given.Problem([supplier], needs: [Given.Need(), urgent]));
        Assert.Equal(urgent.Id, Assert.Single(plan.Matches).Pair.Need.Id);
        var obstacle = Assert.Single(Assert.Single(plan.Unmatched).Obstacles);
        Assert.Equal(ObstacleKind.Capacity, obstacle.Kind);
        Assert.Equal(plan.Matches[0].Pair.Value, obstacle.Price);
    }

    [Fact]
    public void A_critical_need_in_the_war_zone_comes_before_greater_value()
    {
        var war = Given.Hromada(2) with { Category = ProgrammeCategory.WarZone, HasPartner = true };
        var critical = Given.Need(2, hromada: 2) with { Urgency = 4, Effort = PersonDays.Stated(5), AreaCode = "SAN" };
        Need[] others = [Given.Need(1) with { Urgency = 4, Effort = PersonDays.Stated(90) }, critical];
        var plan = Given.PlanOf(Given.Problem([Given.Supplier() with { MaxPartnerships = 1 }], [Given.Hromada(), war], others));
        Assert.Equal(critical.Id, Assert.Single(plan.Matches).Pair.Need.Id);
        Assert.True(plan.Unmatched[0].Obstacles[0].Pair.Value > plan.Matches[0].Pair.Value);
    }

    [Fact]
    public void A_hromada_without_any_partner_comes_before_greater_value()
    {
        var helped = Given.Hromada(2) with { HasPartner = true };
        var plan = Given.PlanOf(Given.Problem(
            [Given.Supplier() with { MaxPartnerships = 1 }],
            [Given.Hromada(), helped],
            [Given.Need(1) with { Urgency = 1 }, Given.Need(2, hromada: 2) with { Urgency = 3 }]));
        Assert.Equal(Given.Need(1).Id, Assert.Single(plan.Matches).Pair.Need.Id);
    }

    [Fact]
    public void A_partnership_that_costs_more_than_it_gains_is_left_out_and_said_so()
    {
        var scenario = Given.Scenario with { OverheadValue = 1_000_000, Fairness = new FairnessRules(0, StageTolerances.None) };
        var plan = Given.PlanOf(Given.Problem(hromadas: [Given.Hromada() with { HasPartner = true }], scenario: scenario));
        Assert.Empty(plan.Matches);
        Assert.Equal(ObstacleKind.Overhead, plan.Unmatched[0].Obstacles[0].Kind);
    }

    [Fact]
    public void Progress_tells_each_step_and_goal()
    {
        var told = new List<SearchProgress>();
        new MatchingEngine(new CpSatMaster()).Run(Given.Problem(), new SearchOptions(WorkBudget.Default), new Listener(told));
        Assert.Equal(
            [SearchStep.FirstPlan, SearchStep.Prices, SearchStep.Value, SearchStep.Fairness, SearchStep.Exact],
            told.Select(progress => progress.Step).Distinct());
        Assert.Equal(
            [ObjectiveStage.CriticalWarZone, ObjectiveStage.Coverage, ObjectiveStage.OutsideShare, ObjectiveStage.Value, ObjectiveStage.TieBreak],
            told.TakeLast(5).Select(progress => progress.Stage));
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        var engine = new MatchingEngine(new CpSatMaster());
        Assert.Throws<OperationCanceledException>(() =>
            engine.Run(Given.Problem(), new SearchOptions(WorkBudget.Default), null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_plan_names_what_it_was_made_by() =>
        Assert.Equal(
            new PlanVersions("engine-2", "scenario-2", "assumptions-1"), Given.PlanOf(Given.Problem()).Versions);

    [Fact]
    public void Values_too_large_to_be_exact_are_refused_instead_of_wrapped()
    {
        var weights = new NeedWeights([1, 1, 1_000_000, int.MaxValue], 1, int.MaxValue, [new(int.MaxValue, 1)]);
        Assert.Throws<OverflowException>(() => Given.PlanOf(Given.Problem(
            needs: [Given.Need() with { Urgency = 4 }], scenario: Given.Scenario with { NeedWeights = weights })));
        var refusal = Assert.Throws<InvalidProblemException>(() => Given.PlanOf(Given.Problem(
            needs: [Given.Need() with { Urgency = 3 }], scenario: Given.Scenario with { NeedWeights = weights })));
        Assert.Equal("values_exact", refusal.Rule);
    }

    private static IEnumerable<string> Told(Plan plan) =>
        plan.Matches.Select(match => $"{match.Pair.Need.Id} {match.Pair.Competence.AreaCode} {match.Pair.Score}")
            .Concat(plan.Unmatched.Select(unmatched => $"{unmatched.Need.Id} {unmatched.Reasons[^1].Key}"))
            .Concat(plan.Suppliers.Select(share => $"{share.Supplier.Id} {share.DaysLeft}"));

    private static Problem Shuffled(Problem problem, int seed)
    {
        var random = new Random(seed);
        return new Problem(
            problem.Today,
            problem.Scenario,
            Mixed(problem.Areas.Values),
            Mixed(problem.Suppliers.Select(supplier => supplier with { Areas = Mixed(supplier.Areas) })),
            Mixed(problem.Hromadas),
            Mixed(problem.Needs.Select(need => need with { DesiredModes = Mixed(need.DesiredModes) })),
            Mixed(problem.Exclusions.Values),
            problem.Decisions);

        T[] Mixed<T>(IEnumerable<T> items)
        {
            var mixed = items.ToArray();
            random.Shuffle(mixed);
            return mixed;
        }
    }

    private sealed class Listener(List<SearchProgress> told) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => told.Add(value);
    }
}
