using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Data;

public sealed class EnumNameColumnTests
{
    private readonly EnumNameColumn<SampleKind> _column = new();

    [Fact]
    public void A_value_is_stored_by_its_name_and_read_back()
    {
        Assert.Equal("water_supply", _column.ConvertToProvider(SampleKind.WaterSupply));
        Assert.Equal(SampleKind.WaterSupply, _column.ConvertFromProvider("water_supply"));
    }

    [Fact]
    public void A_name_that_this_program_does_not_know_is_not_taken_for_another()
    {
        var error = Assert.Throws<FormatException>(() => _column.ConvertFromProvider("air_supply"));

        Assert.Equal("'air_supply' is not a SampleKind.", error.Message);
    }
}
