using System.Diagnostics;
using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class CpSatMasterTests
{
    [Fact]
    public void It_finds_the_plan_that_brute_force_finds() =>
        RandomModels.Of(suppliers: 3, hromadas: 3, needs: 6).Sample(AgreesWithBruteForce, iter: 300, threads: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void It_finds_the_plan_that_brute_force_finds_in_larger_worlds() =>
        RandomModels.Of(suppliers: 4, hromadas: 4, needs: 8).Sample(AgreesWithBruteForce, iter: 300, threads: 1);

    [Fact]
    public void It_repeats_itself_exactly()
    {
        var model = RandomModels.Of(suppliers: 8, hromadas: 10, needs: 25).Generate(new PCG(1), null, out _);
        var (once, again) = (Solve(model), Solve(model));
        Assert.Equal(once.Chosen, again.Chosen);
        Assert.Equal(once.Stages, again.Stages);
        Assert.NotEmpty(once.Chosen);
    }

    [Fact]
    public void A_budget_too_small_still_gives_a_feasible_plan_with_a_bound_that_holds()
    {
        var model = RandomModels.Of(suppliers: 8, hromadas: 10, needs: 25).Generate(new PCG(1), null, out _);
        var hurried = new CpSatMaster().Solve(model, new WorkBudget(1e-9), null, CancellationToken.None);
        var proven = Solve(model);
        Assert.All(proven.Stages, stage => Assert.True(stage.Optimal));
        Assert.True(proven.Stages[0].Reached <= hurried.Stages[0].Bound);
        Assert.All(hurried.Stages, stage => Assert.True(stage.Reached <= stage.Bound));
    }

    [Fact]
    public void No_pairs_make_an_empty_optimal_plan()
    {
        var solution = Solve(new MasterModel([], [], [], [], OverheadDays: 3, OverheadValue: 10));
        Assert.Empty(solution.Chosen);
        Assert.All(solution.Stages, stage => Assert.Equal((0, 0), (stage.Reached, stage.Bound)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_budget_that_is_not_a_positive_number_is_refused(double units)
    {
        var refusal = Assert.Throws<InvalidProblemException>(() =>
            new CpSatMaster().Solve(new MasterModel([], [], [], [], 0, 0), new WorkBudget(units), null, CancellationToken.None));
        Assert.Equal("budget_positive", refusal.Rule);
    }

    [Fact]
    public void Cancelling_ends_a_long_search()
    {
        var model = RandomModels.Of(suppliers: 40, hromadas: 100, needs: 250).Generate(new PCG(1), null, out _);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() =>
        {
            new CpSatMaster().Solve(model, new WorkBudget(100_000), null, cancellation.Token);
        });
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2));
    }

    private static MasterSolution Solve(MasterModel model) =>
        new CpSatMaster().Solve(model, WorkBudget.Default, null, CancellationToken.None);

    private static void AgreesWithBruteForce(MasterModel model)
    {
        var (worth, plan) = new BruteForce(model).Solve();
        var solution = Solve(model);
        Assert.Equal(
            [worth.Critical, worth.First, worth.Value, worth.Tie],
            solution.Stages.Select(stage => stage.Reached));
        Assert.Equal(plan, solution.Chosen);
        Assert.All(solution.Stages, stage => Assert.True(stage.Optimal));
    }
}
