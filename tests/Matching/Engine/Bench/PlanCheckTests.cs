using CsCheck;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Bench.PlanChecker;
using Kommunebro.Matching.Engine;
using Kommunebro.Tests.Matching.Engine.Search;

namespace Kommunebro.Tests.Matching.Engine.Bench;

/// <summary>The checker passes what the engine finds, and refuses whatever is not so.</summary>
public sealed class PlanCheckTests
{
    private static readonly Lazy<TamperedPlan> Plan = new(TamperedPlan.Make);

    [Fact]
    public void It_passes_the_plans_of_random_models() =>
        Gen.Select(RandomModels.Of(suppliers: 4, hromadas: 3, needs: 7), Gen.Bool).Sample(
            (model, isFair) =>
            {
                var outcome = new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(2)), isFair);
                var value = outcome.Stages.Single(stage => stage.Stage == ObjectiveStage.Value).Reached;
                Assert.Empty(PlanCheck.Of(Saved.Of(model, outcome.Shares, value, outcome.Certificate)).Violations);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void It_passes_the_plan_that_is_tampered_with_below() => Assert.Empty(Plan.Value.Check(line => line).Violations);

    [Theory]
    [InlineData("supplier", "person-days of")]
    [InlineData("partnerships", "begins")]
    [InlineData("limit", "in the area of limit")]
    [InlineData("hromada", "new partners")]
    [InlineData("quarters", "not shared")]
    [InlineData("no share", "is worth")]
    [InlineData("share twice", "twice")]
    [InlineData("share of another", "quarters of 4")]
    [InlineData("veto", "no pair")]
    [InlineData("value", "is worth")]
    [InlineData("objective", "is worth")]
    [InlineData("bound", "prove a bound")]
    [InlineData("price", "gains")]
    [InlineData("no profit", "not told")]
    [InlineData("negative price", "never negative")]
    public void It_refuses_a_plan_with_another(string what, string violation) =>
        Assert.Contains(Plan.Value.Check(Plan.Value.Tampering(what)).Violations, text => text.Contains(violation, StringComparison.Ordinal));

    [Fact]
    public void It_finds_the_best_choice_of_a_supplier_to_a_thousandth_of_a_point() =>
        RandomModels.Of(suppliers: 4, hromadas: 3, needs: 7).Sample(
            model =>
            {
                var outcome = new Optimizer(new CpSatMaster()).Run(model, new SearchOptions(new WorkBudget(2)), isFair: false);
                var plan = Saved.Of(model, outcome.Shares, outcome.Stages[^1].Reached, outcome.Certificate);
                // Where there are limits, what the engine says may be a little more than is possible.
                foreach (var supplier in Enumerable.Range(0, model.Suppliers).Where(supplier => plan.Limits.All(limit => limit.Supplier != supplier)))
                    RefusesLess(plan, supplier);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void It_finds_the_best_choice_of_every_supplier_where_areas_are_all_that_ties_needs_together() =>
        RandomModels.WithoutPartnerships(suppliers: 4, hromadas: 3, needs: 7).Sample(
            model =>
            {
                var outcome = new Optimizer(new HelplessMaster()).Run(model, new SearchOptions(new WorkBudget(0.15)), isFair: false);
                var plan = Saved.Of(model, outcome.Shares, outcome.Stages[^1].Reached, outcome.Certificate);
                Assert.Empty(PlanCheck.Of(plan).Violations);
                // A proof that came before areas were searched apart may say a little more than is possible.
                if (outcome.Stages[^1].Optimal) return;
                for (var supplier = 0; supplier < model.Suppliers; supplier++) RefusesLess(plan, supplier);
            },
            iter: 200,
            threads: 1);

    [Theory]
    [InlineData("need 0 4", "line 1: 'need' is followed by: hromada quarters standing suppliers.")]
    [InlineData("share 0 0 4", "line 1: there is no 0 yet.")]
    [InlineData("wish 1", "line 1: 'wish' is no word of a plan.")]
    [InlineData("base 1.5", "line 1: '1.5' is no whole number up to 2^40.")]
    [InlineData("# nothing\n\nsupplier -1 2", "line 3: -1 is less than 0.")]
    public void It_says_in_which_line_a_text_is_no_plan(string text, string fault) =>
        Assert.Equal(fault, Assert.Throws<FormatException>(() => PlanFile.Read(new StringReader(text))).Message);

    private static void RefusesLess(SavedPlan plan, int supplier)
    {
        plan.Profits[supplier]--;
        Assert.Contains(PlanCheck.Of(plan).Violations, text => text.StartsWith($"Supplier {supplier} gains", StringComparison.Ordinal));
        plan.Profits[supplier]++;
    }
}
