using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

public sealed class OptimizerTests
{
    [Fact]
    public void It_finds_the_plan_that_brute_force_finds() =>
        RandomModels.Of(suppliers: 3, hromadas: 3, needs: 4).Sample(AgreesWithBruteForce, iter: 500, threads: 1);

    [Fact]
    public void It_finds_the_plan_that_brute_force_finds_where_nothing_is_shared() =>
        RandomModels.Of(suppliers: 3, hromadas: 3, needs: 6, shared: false).Sample(AgreesWithBruteForce, iter: 500, threads: 1);

    [Fact]
    public void Goals_give_up_no_more_than_they_may_and_all_of_it_where_that_gains_value() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 500], Gen.Int[0, 1], (critical, coverage, outside) => new StageTolerances(critical, coverage, outside))
            .SelectMany(tolerances => RandomModels.Of(suppliers: 3, hromadas: 3, needs: 4, tolerances: tolerances))
            .Sample(
                model =>
                {
                    var (most, ends) = new BruteForce(model).SolveWithin(model.Fairness.Tolerances);
                    var stages = Solve(model, isFair: true).Stages;
                    Assert.All(stages, stage => Assert.True(stage.Optimal));
                    Assert.Equal(most, stages.Select(stage => stage.Bound));
                    Assert.Equal(ends, stages.Select(stage => stage.Reached));
                },
                iter: 500,
                threads: 1);

    [Fact]
    public void What_a_search_that_ends_early_tells_of_its_goals_is_what_its_plan_reaches() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 500], (hromadas, coverage) => new StageTolerances(hromadas, coverage, hromadas))
            .SelectMany(tolerances => RandomModels.Of(suppliers: 4, hromadas: 6, needs: 9, tolerances: tolerances))
            .Sample(
                model =>
                {
                    var outcome = Solve(model, isFair: true, units: 0.002);
                    var stages = outcome.Stages.Where(stage => stage.Stage is not ObjectiveStage.TieBreak).ToList();
                    Assert.Equal(BruteForce.WorthOf(model, outcome.Shares).SkipLast(1), stages.Select(stage => stage.Reached));
                    Assert.All(stages, stage => Assert.True(stage.Reached + stage.GivenUp <= stage.Bound));
                },
                iter: 500,
                threads: 1);

    [Fact]
    public void A_search_that_ends_early_keeps_every_limit_and_claims_no_bound_that_is_not_one() =>
        RandomModels.Of(suppliers: 3, hromadas: 3, needs: 5).Sample(
            model =>
            {
                var best = new BruteForce(model, isFair: false).Solve()[0];
                var outcome = Solve(model, isFair: false, units: 0.002);
                Assert.True(BruteForce.Allows(model, outcome.Shares));
                Assert.Equal(BruteForce.ValueOf(model, outcome.Shares), outcome.FreeValue);
                Assert.InRange(best, outcome.FreeValue, outcome.FreeBound);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_search_that_the_outside_solver_helps_with_nothing_keeps_every_limit_too_with_any_number_of_threads() =>
        RandomModels.Of(suppliers: 4, hromadas: 3, needs: 6).Sample(HoldsAlone, iter: 200, threads: 1);

    [Fact]
    public void The_same_holds_where_areas_are_all_that_ties_needs_together() =>
        RandomModels.WithoutPartnerships(suppliers: 4, hromadas: 3, needs: 6).Sample(HoldsAlone, iter: 200, threads: 1);

    [Fact]
    public void It_finds_the_plan_that_brute_force_finds_where_areas_are_all_that_ties_needs_together() =>
        RandomModels.WithoutPartnerships(suppliers: 3, hromadas: 3, needs: 4).Sample(AgreesWithBruteForce, iter: 300, threads: 1);

    [Fact]
    public void More_capacity_never_worsens_what_is_reached() =>
        Gen.Select(RandomModels.Of(suppliers: 3, hromadas: 3, needs: 5), Gen.Int[0, 2], Gen.Int[1, 20]).Sample(
            (model, supplier, more) =>
            {
                var before = Reached(model);
                model.Capacity[supplier] += more;
                model.MaxPartnerships[supplier]++;
                Assert.True(Compare(Reached(model), before) >= 0);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Seed_and_threads_change_nothing_of_a_proven_plan_and_threads_nothing_of_any() =>
        RandomModels.Of(suppliers: 4, hromadas: 4, needs: 8).Sample(
            model =>
            {
                Assert.Equal(Solve(model, isFair: true, seed: 1).Shares, Solve(model, isFair: true, seed: 9, threads: 3).Shares);
                Assert.Equal(Solve(model, isFair: true, units: 0.01).Shares, Solve(model, isFair: true, units: 0.01, threads: 3).Shares);
            },
            iter: 50,
            threads: 1);

    private static void HoldsAlone(Model model)
    {
        Outcome Search(int threads) => new Optimizer(new HelplessMaster())
            .Run(model, new SearchOptions(new WorkBudget(0.15), Seed: 1, threads), isFair: false);

        var best = new BruteForce(model, isFair: false).Solve()[0];
        var outcome = Search(threads: 1);
        Assert.True(BruteForce.Allows(model, outcome.Shares));
        Assert.Equal(BruteForce.ValueOf(model, outcome.Shares), outcome.FreeValue);
        Assert.InRange(best, outcome.FreeValue, outcome.FreeBound);
        Assert.Equal(outcome.Shares, Search(threads: 3).Shares);
    }

    private static long[] Reached(Model model) => [.. Solve(model, isFair: true).Stages.SkipLast(1).Select(stage => stage.Reached)];

    private static int Compare(long[] one, long[] two)
    {
        for (var goal = 0; goal < one.Length; goal++)
            if (one[goal] != two[goal]) return one[goal].CompareTo(two[goal]);
        return 0;
    }

    private static void AgreesWithBruteForce(Model model)
    {
        var brute = new BruteForce(model);
        var best = brute.Solve();
        var outcome = Solve(model, isFair: true);
        Assert.All(outcome.Stages, stage => Assert.True(stage.Optimal));
        Assert.Equal(best, outcome.Stages.Select(stage => stage.Reached));
        Assert.Equal(brute.Plan, outcome.Shares.OrderBy(share => share.Pair).Select(share => (share.Pair, share.Quarters)));
    }

    private static Outcome Solve(Model model, bool isFair, double units = 20, ulong seed = 1, int threads = 1) =>
        new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(units), seed, threads), isFair);
}
