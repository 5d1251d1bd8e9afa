using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Explaining;

public sealed class WhyNotTests
{
    [Fact]
    public void A_pair_of_the_plan_is_said_to_be_in_it()
    {
        var problem = Given.Problem();
        var why = Ask(problem, 1, 1);
        Assert.Equal((WhyNotKind.InPlan, "whynot.in_plan"), (why.Kind, Assert.Single(why.Reasons).Key));
    }

    [Fact]
    public void The_hard_rule_that_fails_is_told_first()
    {
        var why = Ask(Given.Problem(needs: [Given.Need() with { AreaCode = "CUL" }]), 1, 1);
        Assert.Equal((WhyNotKind.Rule, "area_offered"), (why.Kind, why.RuleCode));
        Assert.StartsWith("rule.area_offered", Assert.Single(why.Reasons).Key, StringComparison.Ordinal);
        Assert.Null(why.Pair);
    }

    [Fact]
    public void Who_has_the_need_is_told_with_both_scores()
    {
        var weaker = Given.Supplier(2) with { Areas = [Given.Supplier().Areas[0] with { Level = 2 }] };
        var problem = Given.Problem([Given.Supplier(), weaker]);
        var plan = Given.PlanOf(problem);
        var why = Ask(problem, 2, 1);
        Assert.Equal((WhyNotKind.NeedTaken, null), (why.Kind, why.Obstacle));
        Assert.Equal(Given.Supplier().Id, Assert.Single(why.HeldBy).Pair.Supplier.Id);
        var told = new Narrator(NameBook.Of(problem), "en").Tell(Assert.Single(why.Reasons));
        Assert.Contains($"Municipality 1 takes 4 of 4 parts of the need, with {plan.Matches[0].Pair.Score} points against {why.Pair!.Score} for Municipality 2", told, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_fits_better_but_is_full_hears_both()
    {
        var better = Given.Supplier(2) with { Areas = [Given.Supplier().Areas[0] with { Level = 4 }], MaxPartnerships = 1 };
        var problem = Given.Problem(
            [Given.Supplier(), better],
            [Given.Hromada(), Given.Hromada(2)],
            [Given.Need(), Given.Need(2, hromada: 2) with { Urgency = 4 }]);
        var why = Ask(problem, 2, 1);
        Assert.Equal((WhyNotKind.NeedTaken, ObstacleKind.Partnerships), (why.Kind, why.Obstacle));
        Assert.Equal(["whynot.need_taken", "obstacle.partnerships"], why.Reasons.Select(reason => reason.Key));
    }

    [Fact]
    public void Where_nobody_has_the_need_the_full_limit_is_told_with_who_fills_it()
    {
        var supplier = Given.Supplier() with { Capacity = PersonDays.Stated(23) };
        var problem = Given.Problem([supplier], needs: [Given.Need(), Given.Need(2) with { Urgency = 4 }]);
        var why = Ask(problem, 1, 1);
        Assert.Equal((WhyNotKind.Obstacle, ObstacleKind.Capacity), (why.Kind, why.Obstacle));
        Assert.Equal(Given.Need(2).Id, Assert.Single(why.HeldBy).Pair.Need.Id);
    }

    [Fact]
    public void What_is_decided_already_leaves_no_room()
    {
        var standing = new StandingShare(Given.Id(1, 9), Given.Hromada().Id, Given.Need().Id, Share.Whole, IsCritical: false);
        var why = Ask(Given.Problem(decisions: Decisions.None with { Standing = [standing] }), 1, 1);
        Assert.Equal((WhyNotKind.NeedTaken, "whynot.decided"), (why.Kind, Assert.Single(why.Reasons).Key));
    }

    [Fact]
    public void Who_has_a_part_of_the_need_already_is_no_candidate_for_the_rest()
    {
        var large = Given.Need() with { Effort = PersonDays.Stated(80) };
        var standing = new StandingShare(Given.Supplier().Id, Given.Hromada().Id, large.Id, 1, IsCritical: false);
        var problem = Given.Problem(needs: [large], decisions: Decisions.None with { Standing = [standing] });
        var plan = Given.PlanOf(problem);

        var why = Ask(problem, 1, 1);
        Assert.Equal((WhyNotKind.NeedTaken, "whynot.own_part"), (why.Kind, Assert.Single(why.Reasons).Key));
        var unmatched = Assert.Single(plan.Unmatched);
        Assert.Empty(unmatched.Obstacles);
        Assert.Equal("unmatched.partly", Assert.Single(unmatched.Reasons).Key);
        Assert.Equal(0, PlanFigures.Of(CandidateSet.Of(problem), plan).BlockingPairs);
    }

    [Fact]
    public void Every_pair_of_every_plan_has_an_answer_in_three_languages() =>
        CsCheck.Check.Sample(
            RandomProblems.Of(suppliers: 4, hromadas: 4, needs: 8),
            problem =>
            {
                var (plan, candidates) = (Given.PlanOf(problem), CandidateSet.Of(problem));
                var shares = PlannedShare.Of(plan).ToList();
                foreach (var supplier in problem.Suppliers)
                    foreach (var need in problem.Needs)
                    {
                        var why = WhyNot.Of(candidates, shares, plan.Optimal, supplier.Id, need.Id);
                        Assert.Equal(shares.Exists(share => (share.SupplierId, share.NeedId) == (supplier.Id, need.Id)), why.Kind is WhyNotKind.InPlan);
                        Assert.Equal(candidates.Find(supplier.Id, need.Id) is null, why.Kind is WhyNotKind.Rule);
                        Assert.NotEqual(ObstacleKind.UnprovenPlan, why.Obstacle);
                        Assert.InRange(why.Reasons.Count, 1, 2);
                        foreach (var language in new[] { "nb", "uk", "en" })
                            Assert.All(why.Reasons, reason => Assert.DoesNotContain('{', new Narrator(NameBook.Of(problem), language).Tell(reason)));
                    }
            },
            iter: 60,
            threads: 1);

    private static WhyNot Ask(Problem problem, int supplier, int need)
    {
        var plan = Given.PlanOf(problem);
        return WhyNot.Of(CandidateSet.Of(problem), PlannedShare.Of(plan), plan.Optimal, Given.Id(1, supplier), Given.Id(3, need));
    }
}
