using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class ExtremesTests
{
    [Fact]
    public void Nobody_with_days_left_leaves_every_need_with_that_reason()
    {
        var plan = Given.PlanOf(Given.Problem([Given.Supplier() with { Capacity = PersonDays.Stated(0) }]));
        Assert.Empty(plan.Matches);
        Assert.Equal(("capacity_left", 1), (plan.Unmatched[0].Failures[0].RuleCode, plan.Unmatched[0].Failures[0].Count));
        Assert.NotEmpty(plan.Suppliers[0].IdleReasons);
    }

    [Fact]
    public void A_need_that_a_hundred_thousand_could_meet_goes_to_the_best_of_them()
    {
        const int count = 100_000;
        const int best = 77_777;
        var problem = Given.Problem(Enumerable.Range(1, count).Select(number => Given.Supplier(number) with
        {
            Areas = [.. Given.Supplier().Areas.Select(area => area with { Level = number == best ? 4 : 2 })],
        }));
        Assert.Equal(count, CandidateSet.Of(problem).Count);
        var plan = new MatchingEngine(new CpSatMaster()).Run(problem, new SearchOptions(new WorkBudget(0.5)));
        Assert.Equal(Given.Supplier(best).Id, Assert.Single(plan.Matches).Pair.Supplier.Id);
    }
}
