using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class CriterionTests
{
    [Theory]
    [InlineData("WAT", 1, 400)]
    [InlineData("WAT", 2, 600)]
    [InlineData("WAT", 3, 800)]
    [InlineData("WAT", 4, 1000)]
    [InlineData("SAN", 1, 200)]
    [InlineData("SAN", 4, 500)]
    public void Area_fit_rises_with_level_and_halves_in_a_related_area(string area, int level, int raw)
    {
        var supplier = Given.Supplier() with { Areas = [new Competence(area, level, [Mode.AdviceRemote], null)] };
        Assert.Equal(raw, Score(CriterionCode.AreaFit, supplier).Raw);
    }

    [Theory]
    [InlineData(1, Term.Long, 1000)]
    [InlineData(2, Term.Long, 833)]
    [InlineData(1, Term.Short, 866)]
    public void Mode_and_horizon_fit_counts_the_wanted_forms_and_a_lasting_cooperation(int wanted, Term term, int raw)
    {
        Mode[] modes = wanted == 1 ? [Mode.AdviceRemote] : [Mode.AdviceRemote, Mode.Funding];
        var need = Given.Need() with { DesiredModes = modes, Horizon = term is Term.Short ? Horizon.Acute : Horizon.Long };
        Assert.Equal(raw, Score(CriterionCode.ModeHorizonFit, Given.Supplier() with { Terms = [term] }, need: need).Raw);
    }

    [Theory]
    [InlineData(Horizon.Acute, "criterion.mode_horizon_fit.grows")]
    [InlineData(Horizon.Long, "criterion.mode_horizon_fit.long")]
    public void Acute_help_that_can_grow_is_said_so(Horizon horizon, string reason) =>
        Assert.Equal(reason, Score(CriterionCode.ModeHorizonFit, need: Given.Need() with { Horizon = horizon }).Reasons[1].Key);

    [Theory]
    [InlineData(43, 1, 1000)]
    [InlineData(43, 3, 500)]
    [InlineData(23, 4, 200)]
    [InlineData(1_000_000, 4, 1000)]
    public void Capacity_for_urgency_wants_more_to_spare_where_it_is_urgent(int capacity, int urgency, int raw) =>
        Assert.Equal(raw, Score(
            CriterionCode.CapacityForUrgency,
            Given.Supplier() with { Capacity = PersonDays.Stated(capacity) },
            need: Given.Need() with { Urgency = urgency }).Raw);

    [Fact]
    public void The_largest_numbers_do_not_overflow_capacity_for_urgency()
    {
        var supplier = Given.Supplier() with { Capacity = PersonDays.Stated(int.MaxValue) };
        var need = Given.Need() with { Effort = PersonDays.Stated(int.MaxValue - 3), Urgency = 4 };
        Assert.Equal(200, Score(CriterionCode.CapacityForUrgency, supplier, need: need).Raw);
    }

    [Theory]
    [InlineData(20_000, 20_000, 1000)]
    [InlineData(10_000, 11_220, 1000)]
    [InlineData(10_000, 11_221, 950)]
    [InlineData(39_811, 10_000, 400)]
    [InlineData(10_000, 99_999, 50)]
    [InlineData(10_000, 100_000, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 1000)]
    public void Profile_similarity_goes_by_how_many_times_larger_one_is(int supplier, int hromada, int raw) =>
        Assert.Equal(raw, Score(
            CriterionCode.ProfileSimilarity,
            Given.Supplier() with { Population = supplier },
            Given.Hromada() with { Population = hromada }).Raw);

    [Theory]
    [InlineData(MunicipalityKind.Municipality, null)]
    [InlineData(MunicipalityKind.CountyAuthority, 20_000)]
    [InlineData(MunicipalityKind.IntermunicipalCompany, 20_000)]
    public void Profile_similarity_is_missing_where_sizes_cannot_be_compared(MunicipalityKind kind, int? population) =>
        AssertMissing(Score(CriterionCode.ProfileSimilarity, Given.Supplier() with { Kind = kind, Population = population }));

    [Theory]
    [InlineData("nb,en", "uk,en", 1000, false)]
    [InlineData("nb,uk", "en", 1000, false)]
    [InlineData("nb,uk", "", 1000, false)]
    [InlineData("nb", "uk,en", 0, false)]
    [InlineData("", "uk,en", 0, true)]
    [InlineData("nb", "", 0, true)]
    public void Language_is_shared_or_an_interpreter_is_needed_or_it_is_not_known(
        string supplier, string need, int raw, bool missing)
    {
        var score = Score(
            CriterionCode.Language,
            Given.Supplier() with { Languages = Codes(supplier) },
            need: Given.Need() with { Languages = Codes(need) });
        Assert.Equal((raw, missing), (score.Raw, score.Missing));
    }

    [Theory]
    [InlineData("REC", ProgrammeCategory.WarZone, 750)]
    [InlineData("REC", ProgrammeCategory.OutsideWarZone, 0)]
    [InlineData("IDP", ProgrammeCategory.OutsideWarZone, 750)]
    public void Category_competence_is_in_what_the_category_needs_most(string area, ProgrammeCategory category, int raw)
    {
        var supplier = Given.Supplier() with
        {
            Areas = [new("SAN", 4, [Mode.AdviceRemote], null), new(area, 3, [Mode.AdviceRemote], null)],
        };
        var scenario = Given.Scenario with
        {
            CategoryAreas = new Dictionary<ProgrammeCategory, IReadOnlyList<string>>
            {
                [ProgrammeCategory.WarZone] = ["REC"], [ProgrammeCategory.OutsideWarZone] = ["IDP"],
            },
        };
        var hromada = Given.Hromada() with { Category = category };
        Assert.Equal(raw, Score(CriterionCode.CategoryCompetence, supplier, hromada, scenario: scenario).Raw);
    }

    [Fact]
    public void Category_competence_is_missing_while_the_category_is_undecided() =>
        AssertMissing(Score(CriterionCode.CategoryCompetence, hromada: Given.Hromada() with { Category = null }));

    [Theory]
    [InlineData(CriterionCode.PriorTie)]
    [InlineData(CriterionCode.Reciprocity)]
    public void What_nothing_reports_yet_is_missing_and_gives_no_points(string code) => AssertMissing(Score(code));

    [Fact]
    public void Criteria_stand_in_the_order_of_their_codes_and_none_is_forgotten()
    {
        Assert.Equal(CriterionCode.All, Scoring.Criteria.Select(criterion => criterion.Code));
        var criteria = typeof(Criterion).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Criterion)));
        Assert.Equal(criteria.Order(TypeName.Comparer), Scoring.Criteria.Select(c => c.GetType()).Order(TypeName.Comparer));
    }

    private static void AssertMissing(CriterionScore score) =>
        Assert.Equal((0, 0, true), (score.Raw, score.Points, score.Missing));

    private static string[] Codes(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static CriterionScore Score(
        string code, Supplier? supplier = null, Hromada? hromada = null, Need? need = null, Scenario? scenario = null)
    {
        var problem = Given.Problem(
            [supplier ?? Given.Supplier()],
            [hromada ?? Given.Hromada()],
            [need ?? Given.Need()],
            (scenario ?? Given.Scenario) with { FloorPermille = 0 });
        return Assert.Single(CandidateSet.Of(problem).Pairs).Breakdown.Single(part => part.Code == code);
    }
}
