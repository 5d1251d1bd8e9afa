using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class ProblemRulesTests
{
    public static TheoryData<string, Func<Scenario, Scenario>> BadScenarios => new()
    {
        { "weights_sum_to_100", scenario => scenario with { CriterionWeights = With(scenario, CriterionCode.AreaFit, 31) } },
        { "weights_not_negative", scenario => scenario with { CriterionWeights = With(scenario, CriterionCode.AreaFit, -1) } },
        { "weights_known", scenario => scenario with { CriterionWeights = With(scenario, "charm", 0) } },
        { "weights_complete", scenario => scenario with { CriterionWeights = new Dictionary<string, int>() } },
        { "floor_in_range", scenario => scenario with { FloorPermille = 1001 } },
        { "floor_in_range", scenario => scenario with { FloorPermille = -1 } },
        { "overhead_not_negative", scenario => scenario with { OverheadDays = -1 } },
        { "overhead_not_negative", scenario => scenario with { OverheadValue = -1 } },
        { "partners_positive", scenario => scenario with { MaxPartnersPerHromada = 0 } },
        { "need_weights_positive", scenario => scenario with { NeedWeights = scenario.NeedWeights with { WarZone = 0 } } },
        { "need_weights_complete", scenario => scenario with { NeedWeights = scenario.NeedWeights with { ByUrgency = [1, 2, 3] } } },
        { "effort_steps_rise", scenario => scenario with { NeedWeights = scenario.NeedWeights with { ByEffort = [new(10, 1)] } } },
        { "effort_steps_rise", scenario => scenario with { NeedWeights = scenario.NeedWeights with { ByEffort = [] } } },
        { "category_areas_complete", scenario => scenario with { CategoryAreas = new Dictionary<ProgrammeCategory, IReadOnlyList<string>>() } },
        { "assumptions_complete", scenario => scenario with { Assumptions = scenario.Assumptions with { CapacityWithoutPopulation = 0 } } },
        { "assumptions_complete", scenario => scenario with { Assumptions = scenario.Assumptions with { EffortByBand = new Dictionary<Band, int>() } } },
        { "size_steps_rise", scenario => scenario with { Assumptions = scenario.Assumptions with { CapacityBySize = [new(9, 1), new(9, 1), new(int.MaxValue, 2)] } } },
    };

    public static TheoryData<string, Func<Supplier, Supplier>> BadSuppliers => new()
    {
        { "capacity_not_negative", supplier => supplier with { Capacity = PersonDays.Stated(-1) } },
        { "capacity_not_negative", supplier => supplier with { Areas = [supplier.Areas[0] with { MaxPersonDays = -1 }] } },
        { "partnerships_not_negative", supplier => supplier with { MaxPartnerships = -1 } },
        { "population_not_negative", supplier => supplier with { Population = -1 } },
        { "supplier_areas_unique", supplier => supplier with { Areas = [supplier.Areas[0], supplier.Areas[0]] } },
        { "area_known", supplier => supplier with { Areas = [supplier.Areas[0] with { AreaCode = "XXX" }] } },
        { "level_in_range", supplier => supplier with { Areas = [supplier.Areas[0] with { Level = 5 }] } },
        { "modes_present", supplier => supplier with { Areas = [supplier.Areas[0] with { Modes = [] }] } },
    };

    public static TheoryData<string, Func<Need, Need>> BadNeeds => new()
    {
        { "hromada_known", need => need with { HromadaId = Guid.Empty } },
        { "area_known", need => need with { AreaCode = "XXX" } },
        { "urgency_in_range", need => need with { Urgency = 0 } },
        { "effort_positive", need => need with { Effort = PersonDays.Stated(0) } },
    };

    [Theory]
    [MemberData(nameof(BadScenarios))]
    public void A_scenario_that_makes_no_sense_is_refused_by_the_name_of_the_rule(string rule, Func<Scenario, Scenario> spoil) =>
        AssertRefused(rule, () => Given.Problem(scenario: spoil(Given.Scenario)));

    [Theory]
    [MemberData(nameof(BadSuppliers))]
    public void A_supplier_that_makes_no_sense_is_refused(string rule, Func<Supplier, Supplier> spoil) =>
        AssertRefused(rule, () => Given.Problem([spoil(Given.Supplier())]));

    [Theory]
    [MemberData(nameof(BadNeeds))]
    public void A_need_that_makes_no_sense_is_refused(string rule, Func<Need, Need> spoil) =>
        AssertRefused(rule, () => Given.Problem(needs: [spoil(Given.Need())]));

    [Fact]
    public void A_hromada_with_fewer_than_no_people_is_refused() => AssertRefused(
        "population_not_negative", () => Given.Problem(hromadas: [Given.Hromada() with { Population = -1 }]));

    [Fact]
    public void What_stands_twice_is_refused()
    {
        AssertRefused("supplier_ids_unique", () => Given.Problem([Given.Supplier(), Given.Supplier()]));
        AssertRefused("hromada_ids_unique", () => Given.Problem(hromadas: [Given.Hromada(), Given.Hromada()]));
        AssertRefused("need_ids_unique", () => Given.Problem(needs: [Given.Need(), Given.Need()]));
    }

    [Fact]
    public void The_default_scenario_is_accepted() => Assert.Single(Given.Problem().Needs);

    private static void AssertRefused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<InvalidProblemException>(act).Rule);

    private static Dictionary<string, int> With(Scenario scenario, string code, int weight) =>
        new(scenario.CriterionWeights) { [code] = weight };
}
