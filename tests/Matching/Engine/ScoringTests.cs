using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class ScoringTests
{
    [Fact]
    public void A_score_is_exactly_the_sum_of_its_parts_under_any_weights() =>
        Gen.Select(RandomProblems.Of(suppliers: 4, hromadas: 3, needs: 6), Weights).Sample(
            (problem, weights) =>
            {
                var scenario = problem.Scenario with { CriterionWeights = weights };
                foreach (var pair in CandidateSet.Of(Under(problem, scenario)).Pairs)
                {
                    Assert.All(pair.Breakdown, part => Assert.Equal((part.Raw * part.Weight + 50) / 100, part.Points));
                    Assert.Equal(pair.Breakdown.Sum(part => part.Points), pair.Score);
                    Assert.InRange(pair.Score + pair.Levelling, 0, 1000);
                }
            },
            iter: 200,
            threads: 1);

    [Theory]
    [InlineData(1, 1 * 4 * 2)]
    [InlineData(4, 5 * 4 * 2)]
    public void A_need_weighs_by_urgency_category_and_effort(int urgency, long weight)
    {
        var pair = Only(Given.Problem(needs: [Given.Need() with { Urgency = urgency }]));
        Assert.Equal(weight, pair.Weight);
        Assert.Equal((pair.Score + pair.Levelling) * weight, pair.Value);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(40, 2)]
    [InlineData(41, 3)]
    public void Effort_weighs_by_steps_that_include_their_end(int days, long step)
    {
        var need = Given.Need() with { Effort = PersonDays.Stated(days) };
        Assert.Equal(2 * 4 * step, Given.Scenario.NeedWeights.Of(need, category: null));
    }

    [Fact]
    public void A_town_is_worth_the_same_whatever_its_size_and_languages()
    {
        var strong = Only(Given.Problem());
        var weak = Only(Given.Problem(
            hromadas: [Given.Hromada() with { Population = 1_000 }], needs: [Given.Need() with { Languages = [] }]));
        var unknown = Only(Given.Problem(hromadas: [Given.Hromada() with { Population = null }]));
        Assert.True(weak.Score < strong.Score);
        Assert.Equal(strong.Value, weak.Value);
        Assert.Equal(strong.Value, unknown.Value);
    }

    [Fact]
    public void An_undecided_category_does_not_lower_a_town_below_those_outside_the_war_zone()
    {
        var outside = Only(Given.Problem());
        var undecided = Only(Given.Problem(hromadas: [Given.Hromada() with { Category = null }]));
        Assert.Equal(outside.Weight, undecided.Weight);
        Assert.True(undecided.Value >= outside.Value);
    }

    [Fact]
    public void Levelling_keeps_the_order_of_suppliers_for_a_need()
    {
        var speaker = Given.Supplier(2) with { Languages = ["uk"] };
        var need = Given.Need() with { Languages = ["uk"] };
        var pairs = CandidateSet.Of(Given.Problem([Given.Supplier(1), speaker], needs: [need])).Pairs;
        Assert.Equal(pairs[0].Levelling, pairs[1].Levelling);
        Assert.True(pairs[1].Score > pairs[0].Score);
        Assert.True(pairs[1].Value > pairs[0].Value);
    }

    private static Gen<IReadOnlyDictionary<string, int>> Weights =>
        Gen.Int[0, 100].Array[CriterionCode.All.Count - 1].Select(cuts =>
        {
            int[] ends = [0, .. cuts.Order(), 100];
            return (IReadOnlyDictionary<string, int>)CriterionCode.All.Index()
                .ToDictionary(item => item.Item, item => ends[item.Index + 1] - ends[item.Index]);
        });

    private static Pair Only(Problem problem) => Assert.Single(CandidateSet.Of(problem).Pairs);

    private static Problem Under(Problem problem, Scenario scenario) =>
        Given.Problem(problem.Suppliers, problem.Hromadas, problem.Needs, scenario);
}
