using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class HardRuleTests
{
    [Fact]
    public void A_pair_that_breaks_no_rule_is_eligible() => Assert.Null(WhyNot());

    [Theory]
    [InlineData(0, "verification_valid")]
    [InlineData(1, null)]
    public void A_verification_that_has_run_out_when_the_day_begins_excludes(int hoursIntoToday, string? rule)
    {
        var expires = new DateTimeOffset(Given.Today, new TimeOnly(hoursIntoToday, 0), TimeSpan.Zero);
        Assert.Equal(rule, WhyNot(need: Given.Need() with { ExpiresAt = expires })?.RuleCode);
    }

    [Theory]
    [InlineData(-1, "needed_by_ahead")]
    [InlineData(0, null)]
    public void A_day_that_has_passed_excludes_and_today_does_not(int days, string? rule) =>
        Assert.Equal(rule, WhyNot(need: Given.Need() with { NeededBy = Given.Today.AddDays(days) })?.RuleCode);

    [Fact]
    public void The_rules_of_the_need_alone_stand_first()
    {
        bool[] alone = [.. Eligibility.Rules.Select(rule => rule.ConcernsNeedAlone)];
        Assert.Equal(alone.OrderDescending(), alone);
    }

    [Theory]
    [InlineData(TerritoryCoverage.Full, "rule.occupied_territory.full")]
    [InlineData(TerritoryCoverage.Partial, "rule.occupied_territory.partial")]
    public void Occupied_territory_is_for_people_to_decide(TerritoryCoverage coverage, string reason)
    {
        var hromada = Given.Hromada() with { TerritoryStatus = TerritoryStatus.Occupied, TerritoryCoverage = coverage };
        var failure = WhyNot(hromada: hromada);
        Assert.Equal(("occupied_territory", reason), (failure?.RuleCode, failure?.Reason.Key));
        Assert.True(failure?.ConcernsNeedAlone);
    }

    [Theory]
    [InlineData("SAN", null)]
    [InlineData("MHP", "area_offered")]
    public void Only_the_area_or_a_related_one_serves(string offered, string? rule) =>
        Assert.Equal(rule, WhyNot(Offering(new Competence(offered, 4, [Mode.AdviceRemote], null)))?.RuleCode);

    [Fact]
    public void Areas_without_a_group_are_related_to_nothing()
    {
        Area[] areas = [new("A", "", new LocalizedText("A", "A", "A")), new("B", "", new LocalizedText("B", "B", "B"))];
        var supplier = Offering(new Competence("A", 4, [Mode.AdviceRemote], null));
        var need = Given.Need() with { AreaCode = "B" };
        var problem = new Problem(Given.Today, Given.Scenario, areas, [supplier], [Given.Hromada()], [need]);
        Assert.Equal("area_offered", Eligibility.WhyNot(problem, supplier.Id, need.Id)?.RuleCode);
    }

    [Fact]
    public void Without_a_form_of_help_in_common_there_is_no_pair() =>
        Assert.Equal("mode_overlap", WhyNot(need: Given.Need() with { DesiredModes = [Mode.Funding] })?.RuleCode);

    [Fact]
    public void A_need_without_wishes_welcomes_every_form() => Assert.Null(WhyNot(need: Given.Need() with { DesiredModes = [] }));

    [Theory]
    [InlineData(Horizon.Acute, Term.Long, "term_accepted")]
    [InlineData(Horizon.Acute, Term.Short, null)]
    [InlineData(Horizon.Medium, Term.Short, "term_accepted")]
    [InlineData(Horizon.Medium, Term.Long, null)]
    [InlineData(Horizon.Long, Term.Short, "term_accepted")]
    [InlineData(Horizon.Long, Term.Long, null)]
    public void The_length_of_cooperation_must_suit_the_horizon(Horizon horizon, Term accepted, string? rule) =>
        Assert.Equal(rule, WhyNot(Given.Supplier() with { Terms = [accepted] }, need: Given.Need() with { Horizon = horizon })?.RuleCode);

    [Fact]
    public void A_supplier_that_named_no_length_is_not_excluded() => Assert.Null(WhyNot(Given.Supplier() with { Terms = [] }));

    [Theory]
    [InlineData(Travel.None, "46", "travel_possible")]
    [InlineData(Travel.UkraineWest, "63", "travel_possible")]
    [InlineData(Travel.UkraineWest, "46", null)]
    [InlineData(Travel.UkraineAny, "63", null)]
    public void A_visit_keeps_within_the_travel_that_the_supplier_accepts(Travel travel, string oblast, string? rule) =>
        Assert.Equal(rule, WhyNot(
            Given.Supplier() with { Travel = travel },
            Given.Hromada() with { Oblast = oblast },
            Given.Need() with { DesiredModes = [Mode.ExpertVisit] })?.RuleCode);

    [Theory]
    [InlineData(TerritoryStatus.ActiveHostilities, Mode.ExpertVisit, Horizon.Acute, "hostilities")]
    [InlineData(TerritoryStatus.ActiveHostilities, Mode.StudyVisitHost, Horizon.Medium, "hostilities")]
    [InlineData(TerritoryStatus.ActiveHostilitiesServicesOn, Mode.Equipment, Horizon.Medium, "hostilities")]
    [InlineData(TerritoryStatus.ActiveHostilities, Mode.Equipment, Horizon.Acute, null)]
    [InlineData(TerritoryStatus.ActiveHostilities, Mode.AdviceRemote, Horizon.Long, null)]
    [InlineData(TerritoryStatus.PossibleHostilities, Mode.ExpertVisit, Horizon.Acute, null)]
    public void Active_hostilities_leave_help_from_afar_and_acute_equipment(
        TerritoryStatus status, Mode mode, Horizon horizon, string? rule) =>
        Assert.Equal(rule, WhyNot(
            Offering(new Competence("WAT", 3, [mode], null)),
            Given.Hromada() with { TerritoryStatus = status },
            Given.Need() with { DesiredModes = [], Horizon = horizon })?.RuleCode);

    [Fact]
    public void Under_active_hostilities_only_the_workable_forms_are_proposed()
    {
        var hromada = Given.Hromada() with { TerritoryStatus = TerritoryStatus.ActiveHostilities };
        var pair = Assert.Single(CandidateSet.Of(Given.Problem(hromadas: [hromada], needs: [Given.Need() with { DesiredModes = [] }])).Pairs);
        Assert.Equal([Mode.AdviceRemote], pair.Modes);
        Assert.Equal("rule.hostilities.no_travel", Assert.Single(pair.Conditions).Key);
    }

    [Fact]
    public void Possible_hostilities_ask_for_travel_clearance()
    {
        var hromada = Given.Hromada() with { TerritoryStatus = TerritoryStatus.PossibleHostilities };
        var pair = Assert.Single(CandidateSet.Of(Given.Problem(hromadas: [hromada])).Pairs);
        Assert.Equal("rule.hostilities.clearance", Assert.Single(pair.Conditions).Key);
    }

    [Fact]
    public void A_study_visit_asks_whether_the_delegates_may_leave()
    {
        var supplier = Offering(new Competence("WAT", 3, [Mode.StudyVisitHost], null));
        var need = Given.Need() with { DesiredModes = [Mode.StudyVisitHost] };
        var pair = Assert.Single(CandidateSet.Of(Given.Problem([supplier], needs: [need])).Pairs);
        Assert.Equal("rule.travel_possible.leave_country", Assert.Single(pair.Conditions).Key);
    }

    [Theory]
    [InlineData(0, null, 3, "rule.capacity_left.none")]
    [InlineData(3, null, 3, "rule.capacity_left.none")]
    [InlineData(100, null, 0, "rule.capacity_left.none")]
    [InlineData(22, null, 3, "rule.capacity_left.too_little")]
    [InlineData(100, 19, 3, "rule.capacity_left.too_little")]
    [InlineData(23, 20, 3, null)]
    public void Capacity_must_suffice_beside_the_overhead(int total, int? inArea, int partnerships, string? reason)
    {
        var supplier = Offering(new Competence("WAT", 3, [Mode.AdviceRemote], inArea)) with
        {
            Capacity = PersonDays.Stated(total), MaxPartnerships = partnerships,
        };
        Assert.Equal(reason, WhyNot(supplier)?.Reason.Key);
    }

    [Theory]
    [InlineData("WAT", 1, 600, null)]
    [InlineData("WAT", 1, 601, "fit_floor")]
    [InlineData("SAN", 4, 666, null)]
    [InlineData("SAN", 4, 667, "fit_floor")]
    public void Below_the_floor_there_is_no_pair(string area, int level, int floor, string? rule)
    {
        var supplier = Offering(new Competence(area, level, [Mode.AdviceRemote], null));
        var problem = Given.Problem([supplier], scenario: Given.Scenario with { FloorPermille = floor });
        Assert.Equal(rule, Eligibility.WhyNot(problem, supplier.Id, Given.Need().Id)?.RuleCode);
    }

    [Fact]
    public void A_related_area_that_works_is_used_when_the_area_itself_does_not()
    {
        var supplier = Offering(
            new Competence("WAT", 4, [Mode.Funding], null), new Competence("SAN", 4, [Mode.AdviceRemote], null));
        var pair = Assert.Single(CandidateSet.Of(Given.Problem([supplier])).Pairs);
        Assert.Equal("SAN", pair.Competence.AreaCode);
        Assert.False(pair.SameArea);
    }

    [Fact]
    public void Of_equal_competences_the_same_one_is_used_in_whatever_order_they_are_given()
    {
        Competence[] equal = [new("SAN", 4, [Mode.AdviceRemote], null), new("REC", 4, [Mode.AdviceRemote], null)];
        Assert.All([equal, [.. equal.Reverse()]], areas =>
            Assert.Equal("REC", CandidateSet.Of(Given.Problem([Offering(areas)])).Pairs.Single().Competence.AreaCode));
    }

    [Fact]
    public void Codes_are_unique_and_no_rule_is_forgotten()
    {
        var rules = typeof(HardRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HardRule)));
        Assert.Equal(rules.Order(TypeName.Comparer), Eligibility.Rules.Select(rule => rule.GetType()).Order(TypeName.Comparer));
        Assert.Equal(Eligibility.Rules.Count, Eligibility.Rules.Select(rule => rule.Code).Distinct().Count());
    }

    private static Supplier Offering(params Competence[] areas) => Given.Supplier() with { Areas = areas };

    private static RuleFailure? WhyNot(Supplier? supplier = null, Hromada? hromada = null, Need? need = null)
    {
        var problem = Given.Problem([supplier ?? Given.Supplier()], [hromada ?? Given.Hromada()], [need ?? Given.Need()]);
        return Eligibility.WhyNot(problem, Given.Supplier().Id, Given.Need().Id);
    }
}
