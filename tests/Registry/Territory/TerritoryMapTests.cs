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
    private const string Second = "UA63120270020096108";
    private const string Third = "UA63120270030096109";
    private const string District = "UA63120270010196110";
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

    [Fact]
    public void A_status_of_all_settlements_is_one_of_the_whole_and_one_of_some_is_told_with_its_share()
    {
        TerritoryPeriod[] both = [Row(Settlement, TerritoryStatus.Occupied), Row(Second, TerritoryStatus.Occupied)];
        Assert.Equal(Full(TerritoryStatus.Occupied), Knowing([Settlement, Second], both).Of(Hromada, Day));
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement, Second, Third], both).Of(Hromada, Day));
        Assert.Equal("2 of 3: 2 Occupied", Share([Settlement, Second, Third], both));
        Assert.Equal(
            "3 of 3: 1 Occupied, 2 PossibleHostilities",
            Share([Settlement, Second, Third], Row(Raion, TerritoryStatus.PossibleHostilities), Row(Settlement, TerritoryStatus.Occupied), Row(Settlement, TerritoryStatus.ActiveHostilities)));
    }

    [Fact]
    public void The_whole_counts_on_the_day_alone_and_of_one_status_alone()
    {
        var freed = Row(Second, TerritoryStatus.Occupied, until: Day);
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement, Second], Row(Settlement, TerritoryStatus.Occupied), freed).Of(Hromada, Day));
        Assert.Equal(Full(TerritoryStatus.Occupied), Knowing([Settlement, Second], Row(Settlement, TerritoryStatus.Occupied), freed).Of(Hromada, Day.AddDays(-1)));
        Assert.Equal(
            Partly(TerritoryStatus.Occupied),
            Knowing([Settlement, Second], Row(Settlement, TerritoryStatus.Occupied), Row(Second, TerritoryStatus.ActiveHostilities)).Of(Hromada, Day));
    }

    [Theory]
    [InlineData(Hromada)]
    [InlineData(Raion)]
    public void A_row_that_excepts_every_settlement_says_nothing_of_the_hromada_and_one_that_lists_them_apart_is_whole(string unit)
    {
        var row = Row(unit, TerritoryStatus.Occupied, except: [Settlement, Second]);
        Assert.Equal(TerritoryState.None, Knowing([Settlement, Second], row).Of(Hromada, Day));
        Assert.Empty(Knowing([Settlement, Second], row).About(Hromada));
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement, Second, Third], row).Of(Hromada, Day));
        Assert.Equal("1 of 3: 1 Occupied", Share([Settlement, Second, Third], row));
        Assert.Equal(
            Full(TerritoryStatus.Occupied),
            Knowing([Settlement, Second, Third], row, Row(Settlement, TerritoryStatus.Occupied), Row(Second, TerritoryStatus.Occupied)).Of(Hromada, Day));
    }

    [Fact]
    public void A_district_of_a_city_is_a_part_of_it_and_no_settlement_of_its_own()
    {
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement], Row(District, TerritoryStatus.Occupied)).Of(Hromada, Day));
        Assert.Equal("1 of 1: 1 Occupied", Share([Settlement], Row(District, TerritoryStatus.Occupied)));
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement], Row(Hromada, TerritoryStatus.Occupied, except: District)).Of(Hromada, Day));
        Assert.Equal(Full(TerritoryStatus.Occupied), Knowing([Settlement], Row(Settlement, TerritoryStatus.Occupied)).Of(Hromada, Day));
    }

    [Fact]
    public void What_is_excepted_by_name_alone_is_not_counted_and_nothing_is_said_without_settlements()
    {
        var byName = Row(Hromada, TerritoryStatus.Occupied, name: "Громада за винятком с. Перше");
        Assert.Equal(Partly(TerritoryStatus.Occupied), Knowing([Settlement, Second], byName).Of(Hromada, Day));
        Assert.Null(Share([Settlement, Second], byName));
        Assert.Equal("1 of 2: 1 Occupied", Share([Settlement, Second], Row(Hromada, TerritoryStatus.Occupied, name: "Громада за винятком с. Перше", except: Settlement)));
        Assert.Equal(Full(TerritoryStatus.Occupied), Knowing([Settlement, Second], Row(Raion, TerritoryStatus.Occupied, name: "Район (крім однієї громади)")).Of(Hromada, Day));
        Assert.Null(Share([], Row(Settlement, TerritoryStatus.Occupied)));
        Assert.Equal("0 of 1: ", Share([Settlement]));
    }

    private static TerritoryMap Knowing(string[] settlements, params TerritoryPeriod[] periods) =>
        new(periods, new KnownSettlements(settlements.Select(settlement => (settlement, Hromada))));

    private static string? Share(string[] settlements, params TerritoryPeriod[] periods) => Knowing(settlements, periods).SharesOf(Hromada, Day) is { } shares
        ? $"{shares.Listed.Sum(share => share.Settlements)} of {shares.Known}: {string.Join(", ", shares.Listed.Select(share => $"{share.Settlements} {share.Status}"))}"
        : null;

    private static TerritoryState Full(TerritoryStatus status) => new(status, TerritoryCoverage.Full);

    private static TerritoryState Partly(TerritoryStatus status) => new(status, TerritoryCoverage.Partial);

    private static TerritoryState Of(string code, params TerritoryPeriod[] periods) => new TerritoryMap(periods).Of(code, Day);

    private static TerritoryPeriod Row(
        string code, TerritoryStatus status, string name = "Назва", DateOnly? from = null, DateOnly? until = null, params string[] except) =>
        new(Guid.Empty, new TerritoryRow(1, code, name, status, from ?? new DateOnly(2022, 2, 24), until, except));
}
