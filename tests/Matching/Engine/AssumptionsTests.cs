using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class AssumptionsTests
{
    private static readonly Assumptions Assumed = Given.Scenario.Assumptions;

    [Fact]
    public void What_is_stated_is_taken_as_it_is()
    {
        Assert.Equal(PersonDays.Stated(7), Assumed.Effort(7, Band.Large, Horizon.Long, "WAT"));
        Assert.Equal(PersonDays.Stated(7), Assumed.Capacity(7, Band.Large, 100));
        Assert.False(PersonDays.Stated(7).Assumed);
    }

    [Theory]
    [InlineData(Band.Large, Horizon.Acute, "WAT", 80, "assumed.effort_band")]
    [InlineData(null, Horizon.Acute, "IDP", 10, "assumed.effort_unknown")]
    [InlineData(null, Horizon.Medium, "WAT", 38, "assumed.effort_unknown")]
    public void Effort_is_assumed_by_band_else_by_horizon_and_area_rounded_up(
        Band? band, Horizon horizon, string area, int days, string reason)
    {
        var effort = Assumed.Effort(null, band, horizon, area);
        Assert.Equal((days, true, reason), (effort.Days, effort.Assumed, effort.Assumption?.Key));
    }

    [Theory]
    [InlineData(Band.Small, 3_000, 30, "assumed.capacity_band")]
    [InlineData(null, 3_000, 30, "assumed.capacity_by_size")]
    [InlineData(null, 3_001, 60, "assumed.capacity_by_size")]
    [InlineData(null, 700_000, 400, "assumed.capacity_by_size")]
    [InlineData(null, null, 30, "assumed.capacity_unknown")]
    public void Capacity_is_assumed_by_band_else_by_population(Band? band, int? population, int days, string reason)
    {
        var capacity = Assumed.Capacity(null, band, population);
        Assert.Equal((days, true, reason), (capacity.Days, capacity.Assumed, capacity.Assumption?.Key));
    }

    [Fact]
    public void An_assumption_stays_marked_on_the_match()
    {
        var need = Given.Need() with { Effort = Assumed.Effort(null, null, Horizon.Medium, "IDP") };
        var supplier = Given.Supplier() with { Capacity = Assumed.Capacity(null, Band.Medium, 20_000) };
        var pair = Assert.Single(Given.PlanOf(Given.Problem([supplier], needs: [need])).Matches).Pair;
        Assert.Equal(["assumed.effort_unknown", "assumed.capacity_band"], pair.Assumptions.Select(sentence => sentence.Key));
        Assert.Equal(pair.Assumptions, Explanation.Of(pair).Assumptions);
    }
}
