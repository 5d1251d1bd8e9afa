using System.Text.Json;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Texts;

public sealed class ChoiceRulesTests
{
    [Theory]
    [InlineData("town_twinning", SampleKind.TownTwinning)]
    [InlineData("water_supply", SampleKind.WaterSupply)]
    [InlineData(null, null)]
    public void A_value_is_chosen_by_its_name_or_not_at_all(string? name, SampleKind? value)
    {
        var rules = new Rules();

        Assert.Equal(value, rules.Choice<SampleKind>(name, "kind"));
        Assert.True(rules.Hold);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("WaterSupply")]
    [InlineData("Water_supply")]
    [InlineData("water_supply ")]
    [InlineData("town_twinning,water_supply")]
    public void Any_other_name_is_refused_with_those_that_there_are(string name)
    {
        var rules = new Rules();
        Assert.Null(rules.Choice<SampleKind>(name, "kind"));

        Assert.Equal(
            new Violation("kind", "unknown_value", "Must be one of: town_twinning, water_supply."),
            Assert.Single(Assert.Throws<Refusal>(rules.Enforce).Violations));
    }

    [Fact]
    public void A_required_choice_that_is_missing_is_told_as_such_alone()
    {
        var rules = new Rules();
        rules.RequiredChoice<SampleKind>(null, "kind");

        Assert.Equal(
            new Violation("kind", "missing_field", "Give one of: town_twinning, water_supply."),
            Assert.Single(Assert.Throws<Refusal>(rules.Enforce).Violations));
    }

    [Fact]
    public void JSON_has_the_same_names() => Assert.All(
        Enum.GetValues<SampleKind>(),
        value => Assert.Equal(JsonSerializer.Serialize(value, ApiJson.Options), $"\"{EnumName.Of(value)}\""));
}
