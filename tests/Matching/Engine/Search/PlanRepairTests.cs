using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

/// <summary>A change of one offer or need is repaired: everything that fits stays, and nothing becomes worse than without a repair.</summary>
public sealed class PlanRepairTests
{
    [Fact]
    public void A_best_plan_that_nothing_changed_stays_as_it_is() =>
        RandomModels.Of(suppliers: 3, hromadas: 3, needs: 5).Sample(
            model =>
            {
                var plan = Best(model);
                var repaired = PlanRepair.Run(model, plan, [0, 1, 2], []);
                Assert.Equal((0, BruteForce.ValueOf(model, plan)), (repaired.AlteredNeeds, repaired.Value));
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Who_can_give_less_keeps_what_fits_and_the_rest_is_shared_out_anew() =>
        Gen.Select(RandomModels.Of(suppliers: 4, hromadas: 3, needs: 6), Gen.Int[0, 3]).Sample(
            (model, supplier) =>
            {
                var plan = Best(model);
                model.Capacity[supplier] /= 2;
                Share[] others = [.. plan.Where(share => model.SupplierOf(share.Pair) != supplier)];

                var repaired = PlanRepair.Run(model, plan, [supplier], []);

                Assert.True(BruteForce.Allows(model, repaired.Shares));
                Assert.Equal(BruteForce.ValueOf(model, repaired.Shares), repaired.Value);
                // Without the shares of needs that are met by less than half once that supplier is gone.
                Share[] kept = [.. others.Where(share => Met(model, others, model.PairNeed[share.Pair]) >= Share.Covering)];
                Assert.True(Worth(model, repaired.Shares).CompareTo(Worth(model, kept)) >= 0);
                Assert.Equal(repaired.Shares.ToHashSet(), plan.Except(repaired.Dropped).Concat(repaired.Added).ToHashSet());
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_new_need_is_taken_where_that_gains_and_no_plan_becomes_worse() =>
        Gen.Select(RandomModels.Of(suppliers: 4, hromadas: 3, needs: 6), Gen.Int[0, 5]).Sample(
            (model, need) =>
            {
                Share[] without = [.. Best(model).Where(share => model.PairNeed[share.Pair] != need)];

                var repaired = PlanRepair.Run(model, without, [], [need]);

                Assert.True(BruteForce.Allows(model, repaired.Shares));
                Assert.True(Worth(model, repaired.Shares).CompareTo(Worth(model, without)) >= 0);
            },
            iter: 300,
            threads: 1);

    private static Share[] Best(Model model) =>
        [.. new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(5)), isFair: false).Shares];

    /// <summary>Whom it covers comes before what it is worth: the war zone, its critical needs first, then hromadas outside it.</summary>
    private static (int Critical, int Inside, int Outside, long Value) Worth(Model model, IReadOnlyList<Share> plan) => (
        Covered(model, plan, isInside: true, criticalOnly: true),
        Covered(model, plan, isInside: true),
        Covered(model, plan, isInside: false),
        BruteForce.ValueOf(model, plan));

    private static int Covered(Model model, IReadOnlyList<Share> plan, bool isInside, bool criticalOnly = false) => Enumerable.Range(0, model.Hromadas)
        .Count(hromada => model.Fairness.InWarZone[hromada] == isInside && Enumerable.Range(0, model.Needs).Any(need =>
            model.NeedHromada[need] == hromada && (!criticalOnly || model.Fairness.Critical[need]) && Met(model, plan, need) >= Share.Covering));

    private static int Met(Model model, IEnumerable<Share> plan, int need) => model.Fairness.StandingQuarters[need]
        + plan.Where(share => model.PairNeed[share.Pair] == need).Sum(share => share.Quarters);
}
