using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Explaining;

public sealed class PlanFiguresTests
{
    [Theory]
    [InlineData(new int[0], 0, 0)]
    [InlineData(new[] { 0, 0 }, 0, 0)]
    [InlineData(new[] { 7, 7, 7 }, 0, 7)]
    [InlineData(new[] { 0, 10 }, 500, 0)]
    [InlineData(new[] { 3, 1, 2 }, 222, 1)]
    [InlineData(new[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 100 }, 576, 5)]
    public void Unevenness_and_the_tenth_percentile_follow_their_formulas(int[] values, int gini, int percentile)
    {
        Assert.Equal((gini, percentile), (Evenness.GiniPermille(values), Evenness.Percentile(values, 10)));
        if (values.Sum() == 0) return;
        // The definition by all differences, in another form than the one that is computed by.
        var differences = values.Sum(one => values.Sum(other => (long)Math.Abs(one - other)));
        Assert.InRange(gini - 1000m * differences / (2m * values.Length * values.Sum()), -0.5m, 0.5m);
    }

    [Fact]
    public void Coverage_is_counted_by_oblast_and_by_category()
    {
        var war = Given.Hromada(2) with { Category = ProgrammeCategory.WarZone, Oblast = "63" };
        var hopeless = Given.Hromada(3) with { Category = null };
        var figures = FiguresOf(Given.Problem(
            [Given.Supplier()],
            [Given.Hromada(), war, hopeless],
            [Given.Need(1), Given.Need(2, hromada: 2), Given.Need(3, hromada: 3) with { AreaCode = "CUL" }]));
        Assert.Equal([new("53", 2, 1, 1), new CoverageFigure("63", 1, 1, 1)], figures.ByOblast);
        Assert.Equal(
            [new("outside_war_zone", 1, 1, 1), new("undecided", 1, 0, 0), new CoverageFigure("war_zone", 1, 1, 1)], figures.ByCategory);
    }

    [Fact]
    public void Small_suppliers_are_those_below_5000_inhabitants_and_overhead_counts_as_use()
    {
        var small = Given.Supplier(1) with { Population = 4_999 };
        var idle = Given.Supplier(2) with { Population = 4_000, Areas = [new Competence("CUL", 1, [Mode.AdviceRemote], null)] };
        var large = Given.Supplier(3) with { Population = 5_000, Areas = idle.Areas };
        var unknown = Given.Supplier(4) with { Population = null, Areas = idle.Areas };
        var figures = FiguresOf(Given.Problem([small, idle, large, unknown]));
        Assert.Equal(new LoadFigure(2, 20 + Given.Scenario.OverheadDays, 200), figures.Small);
    }

    [Fact]
    public void A_pair_blocks_where_both_would_gain()
    {
        // The better supplier could take one of the two; the plan gives it the one in the war zone, the other would rather have it, too.
        var better = Given.Supplier(2) with { Areas = [Given.Supplier().Areas[0] with { Level = 4 }], MaxPartnerships = 1 };
        var problem = Given.Problem(
            [Given.Supplier() with { MaxPartnerships = 1 }, better],
            [Given.Hromada(), Given.Hromada(2)],
            [Given.Need(), Given.Need(2, hromada: 2) with { Urgency = 4 }]);
        Assert.Equal(0, FiguresOf(problem).BlockingPairs);
        var plan = Given.PlanOf(problem);
        // The same plan, in which the need that is worth less had been given to the better one.
        var swapped = plan with
        {
            Matches = [.. plan.Matches.Select(match => match with
            {
                Pair = CandidateSet.Of(problem).Pairs.Single(pair => pair.Need.Id == match.Pair.Need.Id && pair.Supplier.Id != match.Pair.Supplier.Id),
            })],
        };
        Assert.Equal(1, PlanFigures.Of(CandidateSet.Of(problem), swapped).BlockingPairs);
    }

    [Fact]
    public void Blocking_pairs_are_those_of_the_definition() =>
        RandomProblems.Of(suppliers: 4, hromadas: 4, needs: 8).Sample(
            problem =>
            {
                var plan = Given.PlanOf(problem);
                Assert.Equal(new BlockingDefinition(problem, plan).Count(), PlanFigures.Of(CandidateSet.Of(problem), plan).BlockingPairs);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void Value_and_the_price_of_fairness_are_those_of_the_plan()
    {
        var problem = Given.Problem();
        var plan = Given.PlanOf(problem);
        var figures = PlanFigures.Of(CandidateSet.Of(problem), plan);
        Assert.Equal((plan.Value.Reached, plan.Fairness), (figures.Value, figures.Fairness));
    }

    private static PlanFigures FiguresOf(Problem problem) => PlanFigures.Of(CandidateSet.Of(problem), Given.PlanOf(problem));
}
