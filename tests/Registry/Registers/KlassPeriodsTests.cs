using System.Net;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Succession;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>For what time a code is known to be valid, by a list of one day and by the answer to a range.</summary>
public sealed class KlassPeriodsTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_end_of_the_range_that_was_asked_for_is_no_end_of_a_code()
    {
        var today = $"{Today:yyyy-MM-dd}";
        var range = Range(("1508", "Ålesund", "2024-01-01", today), ("1507", "Ålesund", "2020-01-01", "2024-01-01"), ("1577", "Volda", "2020-01-01", today));

        Assert.Contains("2 new municipalities, 0 facts changed, 2 new figures, 3 new codes and successions, 0 rows for review", (await _server.UploadAsync("klass", range)).Sum(), StringComparison.Ordinal);

        Assert.Equal("1508", Assert.Single((await SuccessionAsync("1508", today, today)).Successors).Code);
        (await _server.GetAsync("municipalities/1507/succession?on=2025-01-01&at=2025-01-01")).MustBe(HttpStatusCode.NotFound, "code_not_valid");
    }

    [Fact]
    public async Task A_range_that_ended_years_ago_registers_nobody_finds_nobody_gone_and_proves_no_later_day()
    {
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda")));

        var answer = await _server.UploadAsync("klass", Range(("1504", "Ålesund", "2010-01-01", "2019-01-01"), ("1503", "Kristiansund", "2010-01-01", "2012-01-01")));

        Assert.Contains("0 new municipalities, 0 facts changed, 0 new figures, 2 new codes and successions, 0 rows for review", answer.Sum(), StringComparison.Ordinal);
        (await _server.GetAsync("municipalities/1504/succession?on=2019-06-01&at=2019-06-01")).MustBe(HttpStatusCode.NotFound, "code_not_valid");
    }

    [Fact]
    public async Task A_list_of_a_day_of_an_earlier_year_proves_that_year_alone()
    {
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1504", "Ålesund")), "&asOf=2019-06-01");
        Assert.Contains("0 new codes", (await _server.UploadAsync("klass", RegisterFiles.Codes(("1504", "Ålesund")), "&asOf=2019-09-01")).Sum(), StringComparison.Ordinal);

        Assert.Equal("Ålesund", Assert.Single((await SuccessionAsync("1504", "2019-12-31", "2019-12-31")).Successors).Name);
        (await _server.GetAsync("municipalities/1504/succession?on=2020-01-01&at=2020-01-01")).MustBe(HttpStatusCode.NotFound, "code_not_valid");
    }

    [Fact]
    public async Task A_list_of_one_day_does_not_shorten_what_is_known_of_longer_and_the_later_name_counts()
    {
        await _server.UploadAsync("klass", Range(("1508", "Ålesund", "2019-01-01", "2024-01-01"), ("1577", "Volda", "2019-01-01", $"{Today:yyyy-MM-dd}")));
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1508", "Ålesund")), "&asOf=2019-01-01");
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1508", "Nye Ålesund")), "&asOf=2022-01-01");

        Assert.Equal("Ålesund", Assert.Single((await SuccessionAsync("1508", "2023-12-31", "2023-12-31")).Successors).Name);
        Assert.Equal("Nye Ålesund", Assert.Single((await SuccessionAsync("1508", "2022-06-01", "2022-06-01")).Successors).Name);
    }

    [Fact]
    public async Task A_county_of_an_earlier_year_is_none_of_today()
    {
        var then = RegisterFiles.Codes(("15", "Romsdals amt"), ("19", "Troms"));
        await _server.UploadAsync("klass", then, "&classification=104&asOf=2018-01-01");

        await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda")));
        Assert.Equal("Møre og Romsdal", (await _server.GetAsync("municipalities/1577")).As<MunicipalityView>().Region.Names.Nb);
        (await _server.TryUploadAsync("klass", RegisterFiles.Codes(("1902", "Tromsø")))).MustBe(HttpStatusCode.BadRequest, "missing_counties");
    }

    [Fact]
    public async Task What_a_list_of_today_leaves_out_ended_when_the_year_began_at_the_latest()
    {
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda"), ("1519", "Gamle Volda")));
        var newYear = new DateOnly(Today.Year, 1, 1);
        await _server.Database.ScalarAsync<int>("update classification_codes set valid_from = '2020-01-01' where classification = 131");

        Assert.Contains("1 new codes", (await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda")))).Sum(), StringComparison.Ordinal);

        Assert.Equal(newYear, await _server.Database.ScalarAsync<DateOnly>("select valid_until from classification_codes where code = '1519'"));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from classification_codes where code <> '1519' and valid_until is not null"));
    }

    private static string Range(params IEnumerable<(string Code, string Name, string From, string To)> codes) => $$"""
        { "codes": [ {{string.Join(",", codes.Select(code => $$"""{ "code": "{{code.Code}}", "name": "{{code.Name}}", "validFrom": null, "validTo": null, "validFromInRequestedRange": "{{code.From}}", "validToInRequestedRange": "{{code.To}}" }"""))}} ] }
        """;

    private async Task<SuccessionView> SuccessionAsync(string code, string on, string at) =>
        (await _server.GetAsync($"municipalities/{code}/succession?on={on}&at={at}")).As<SuccessionView>();
}
