using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class PinsTests
{
    [Fact]
    public void Pins_beyond_capacity_are_named_and_no_others()
    {
        // Two needs of 20 person-days, of a supplier that has 30; nobody may serve the last need at all.
        Supplier[] suppliers = [Given.Supplier() with { Capacity = PersonDays.Stated(30) }, Given.Supplier(2), Given.Supplier(3)];
        Need[] needs = [Given.Need(1), Given.Need(2), Given.Need(3), Given.Need(4) with { AreaCode = "CUL" }];
        var conflict = Conflict(Pinned(suppliers, needs, (1, 1), (1, 2), (2, 3), (3, 4)));
        Assert.Equal("capacity", conflict?.Broken);
        Assert.Equal([Given.Need(1).Id, Given.Need(2).Id], conflict?.Pins.Select(pin => pin.NeedId));
    }

    [Fact]
    public void A_pair_that_a_rule_forbids_is_named_alone()
    {
        var conflict = Conflict(Pinned([Given.Supplier()], [Given.Need(1), Given.Need(2) with { AreaCode = "CUL" }], (1, 1), (1, 2)));
        Assert.Equal("area_offered", conflict?.Broken);
        Assert.Equal(Given.Need(2).Id, Assert.Single(conflict!.Pins).NeedId);
    }

    [Fact]
    public void Without_any_one_of_them_the_pins_that_are_named_could_be_kept() =>
        Gen.Select(RandomProblems.Of(suppliers: 3, hromadas: 4, needs: 8), Gen.Int[0, 1_000].Array[2, 8]).Sample(
            (problem, choice) =>
            {
                var pairs = CandidateSet.Of(problem).Pairs;
                if (pairs.Count == 0) return;
                var pins = choice.Select(number => pairs[number % pairs.Count]).Distinct()
                    .Select(pair => new Pin(pair.Supplier.Id, pair.Need.Id, Share.Whole)).ToArray();
                if (Conflict(With(problem, pins)) is not { } conflict) return;
                Assert.NotNull(Conflict(With(problem, conflict.Pins)));
                Assert.All(conflict.Pins, pin => Assert.Null(Conflict(With(problem, [.. conflict.Pins.Where(other => other != pin)]))));
            },
            iter: 400,
            threads: 1);

    private static InvalidProblemException? Conflict(Problem problem)
    {
        try
        {
            new MatchingEngine(new CpSatMaster()).Run(problem, new SearchOptions(new WorkBudget(0.01)));
            return null;
        }
        catch (InvalidProblemException conflict) when (conflict.Rule == "pins_conflict")
        {
            return conflict;
        }
    }

    private static Problem Pinned(Supplier[] suppliers, Need[] needs, params (int Supplier, int Need)[] pins) => With(
        Given.Problem(suppliers, needs: needs),
        [.. pins.Select(pin => new Pin(Given.Supplier(pin.Supplier).Id, Given.Need(pin.Need).Id, Share.Whole))]);

    private static Problem With(Problem problem, IReadOnlyList<Pin> pins) => new(
        problem.Today, problem.Scenario, problem.Areas.Values, problem.Suppliers, problem.Hromadas, problem.Needs, problem.Exclusions.Values,
        Decisions.None with { Pins = pins });
}
