using Kommunebro.Contracts;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Territory;

namespace Kommunebro.Tests.Registry.Territory;

public sealed class TerritoryMapTests
{
    private const string Oblast = "UA63000000000041885";
    private const string Raion = "UA63120000000057192";
    private const string Hromada = "UA63120270000028556";
    private const string Neighbour = "UA63120010000012345";
    private const string Elsewhere = "UA63020050000045982";
    private const string Settlement = "UA63120270010096107";
    private static readonly DateOnly Day = new(2026, 11, 26);

    [Theory]
    [InlineData(Oblast, KatottgLevel.Oblast)]
    [InlineData(Raion, KatottgLevel.Raion)]
    [InlineData(Hromada, KatottgLevel.Hromada)]
    [InlineData(Settlement, KatottgLevel.Settlement)]
    [InlineData("UA63120270010196107", KatottgLevel.District)]
    [InlineData("UA80000000000093317", KatottgLevel.Oblast)]
    public void The_digits_of_a_code_tell_its_level(string code, KatottgLevel level) => Assert.Equal(level, new KatottgUnit(code).Level);

    [Fact]
    public void A_hromada_has_what_is_said_of_its_raion_and_its_oblast()
    {
        Assert.Equal(Full(TerritoryStatus.PossibleHostilities), Of(Hromada, Row(Oblast, TerritoryStatus.PossibleHostilities)));
        Assert.Equal(Full(TerritoryStatus.ActiveHostilities), Of(Hromada, Row(Oblast, TerritoryStatus.PossibleHostilities), Row(Raion, TerritoryStatus.ActiveHostilities)));
        Assert.Equal(Full(TerritoryStatus.PossibleHostilities), Of(Elsewhere, Row(Oblast, TerritoryStatus.PossibleHostilities), Row(Raion, TerritoryStatus.ActiveHostilities)));
        Assert.Equal(TerritoryState.None, Of(Elsewhere, Row(Raion, TerritoryStatus.Occupied), Row(Hromada, TerritoryStatus.Occupied)));
    }

    [Fact]
    public void A_settlement_makes_it_partly_so_and_the_most_severe_counts()
    {
        Assert.Equal(Partly(TerritoryStatus.Occupied), Of(Hromada, Row(Hromada, TerritoryStatus.ActiveHostilities), Row(Settlement, TerritoryStatus.Occupied)));
        Assert.Equal(Full(TerritoryStatus.Occupied), Of(Hromada, Row(Settlement, TerritoryStatus.Occupied), Row(Raion, TerritoryStatus.Occupied)));
        Assert.Equal(TerritoryState.None, Of(Neighbour, Row(Settlement, TerritoryStatus.Occupied)));
    }

    [Fact]
    public void Active_hostilities_without_working_registers_are_the_more_severe() => Assert.Equal(
        Partly(TerritoryStatus.ActiveHostilities),
        Of(Hromada, Row(Hromada, TerritoryStatus.ActiveHostilitiesServicesOn), Row(Settlement, TerritoryStatus.ActiveHostilities)));

    [Fact]
    public void What_is_excepted_by_code_is_left_out_and_a_part_of_it_makes_it_partly_so()
    {
        Assert.Equal(TerritoryState.None, Of(Hromada, Row(Raion, TerritoryStatus.Occupied, except: Hromada)));
        Assert.Equal(Full(TerritoryStatus.Occupied), Of(Neighbour, Row(Raion, TerritoryStatus.Occupied, except: Hromada)));
        Assert.Equal(Partly(TerritoryStatus.Occupied), Of(Hromada, Row(Raion, TerritoryStatus.Occupied, except: Settlement)));
    }

    [Fact]
    public void What_is_excepted_by_name_alone_makes_a_hromada_partly_so_and_frees_nobody_in_a_raion()
    {
        Assert.Equal(Partly(TerritoryStatus.Occupied), Of(Hromada, Row(Hromada, TerritoryStatus.Occupied, name: "Громада за винятком с. Перше")));
        Assert.Equal(Full(TerritoryStatus.Occupied), Of(Hromada, Row(Raion, TerritoryStatus.Occupied, name: "Район (крім однієї громади)")));
    }

    [Fact]
    public void A_period_includes_its_first_day_and_not_its_last()
    {
        var map = new TerritoryMap([Row(Hromada, TerritoryStatus.Occupied, from: new DateOnly(2022, 3, 1), until: new DateOnly(2022, 9, 11))]);
        Assert.Equal(
            [TerritoryStatus.None, TerritoryStatus.Occupied, TerritoryStatus.Occupied, TerritoryStatus.None],
            new[] { "2022-02-28", "2022-03-01", "2022-09-10", "2022-09-11" }.Select(day => map.Of(Hromada, DateOnly.Parse(day, null)).Status));
    }

    [Fact]
    public void Kyiv_is_hromada_and_oblast_in_one() => Assert.Equal(
        Full(TerritoryStatus.PossibleHostilities), Of("UA80000000000093317", Row("UA80000000000093317", TerritoryStatus.PossibleHostilities)));

    private static TerritoryState Full(TerritoryStatus status) => new(status, TerritoryCoverage.Full);

    private static TerritoryState Partly(TerritoryStatus status) => new(status, TerritoryCoverage.Partial);

    private static TerritoryState Of(string code, params TerritoryPeriod[] periods) => new TerritoryMap(periods).Of(code, Day);

    private static TerritoryPeriod Row(
        string code, TerritoryStatus status, string name = "Назва", DateOnly? from = null, DateOnly? until = null, string? except = null) =>
        new(Guid.Empty, new TerritoryRow(1, code, name, status, from ?? new DateOnly(2022, 2, 24), until, except is null ? [] : [except]));
}
