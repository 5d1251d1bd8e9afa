using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Tests.Contracts;

public sealed class KatottgTests
{
    [Theory]
    [InlineData("UA63120270000028556", null)]
    [InlineData("UA63000000000041885", null)]
    [InlineData("UА63120270000028556", "cyrillic_letters")]
    [InlineData("уа63120270000028556", "cyrillic_letters")]
    [InlineData("ua63120270000028556", "lower_case")]
    [InlineData("UA6312027000002855", "invalid_katottg")]
    [InlineData("UA631202700000285566", "invalid_katottg")]
    [InlineData("UA63120270000028556\n", "invalid_katottg")]
    [InlineData("UA6312027000002855٣", "invalid_katottg")]
    [InlineData("", "invalid_katottg")]
    public void Whoever_sends_a_code_hears_what_its_form_lacks(string code, string? fault) =>
        Assert.Equal(fault, Katottg.FaultOf(code)?.Code);
}
