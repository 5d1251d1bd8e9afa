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

    private static void AgreesWithBruteForce(Model model)
    {
        var brute = new BruteForce(model);
        var best = brute.Solve();
        var outcome = Solve(model, isFair: true);
        Assert.All(outcome.Stages, stage => Assert.True(stage.Optimal));
        Assert.Equal(best, outcome.Stages.Select(stage => stage.Reached));
        Assert.Equal(brute.Plan, outcome.Shares.OrderBy(share => share.Pair).Select(share => (share.Pair, share.Quarters)));
    }

    private static Outcome Solve(Model model, bool isFair, double units = 20) =>
        new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(units)), isFair);
}
