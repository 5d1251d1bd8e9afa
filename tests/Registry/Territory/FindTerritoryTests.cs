using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Territory;

public sealed class FindTerritoryTests : IAsyncLifetime
{
    private readonly ListedHromada _listed = new();

    public ValueTask InitializeAsync() => _listed.InitializeAsync();

    public ValueTask DisposeAsync() => _listed.DisposeAsync();

    [Fact]
    public async Task Both_axes_of_time_are_answered_freed_corrected_and_late()
    {
        await _listed.ImportAsync("2026-10-15", $"{_listed.Code},occupied,2026-10-01,", "2026-10-16");
        await _listed.ImportAsync("2026-11-05", $"{_listed.Code},occupied,2026-10-01,2026-11-01", "2026-11-06");
        // A correction: it was freed a week before.
        Assert.Equal(TerritoryOutcome.Corrected, (await _listed.ImportAsync("2026-11-05", $"{_listed.Code},occupied,2026-10-01,2026-10-25", "2026-11-10")).Outcome);
        // An older edition that nobody had imported: kept as history, and no news of today.
        Assert.Equal(TerritoryOutcome.Late, (await _listed.ImportAsync("2026-09-30", $"{_listed.Code},active_hostilities,2026-09-20,", "2026-11-12")).Outcome);

        Assert.Equal("none", await StatusAsync(on: "2026-10-28", asKnownOn: "2026-10-15"));
        Assert.Equal("occupied", await StatusAsync(on: "2026-10-28", asKnownOn: "2026-10-16"));
        Assert.Equal("occupied", await StatusAsync(on: "2026-10-28", asKnownOn: "2026-11-09"));
        Assert.Equal("none", await StatusAsync(on: "2026-10-28", asKnownOn: "2026-11-10"));
        Assert.Equal("none", await StatusAsync(on: "2026-10-28", asKnownOn: "2026-11-19"));
        Assert.Equal("occupied", await StatusAsync(on: "2026-10-20", asKnownOn: "2026-11-19"));
        Assert.Equal("none", await StatusAsync(on: "9999-12-31", asKnownOn: "9999-12-31"));
        Assert.Equal("none", await StatusAsync(on: "0001-01-01", asKnownOn: "0001-01-01"));
        Assert.Equal(TerritoryStatus.None, (await _listed.Server.GetAsync($"municipalities/{_listed.Code}")).As<MunicipalityView>().TerritoryStatus);
        Assert.Equal([2, 1, 1, 1], (await _listed.Server.GetAsync("territory/editions")).Json["items"]!.AsArray().Select(edition => (int)edition!["revision"]!));
    }

    [Theory]
    [InlineData("2026-10-29", true)]
    [InlineData("2026-10-30", false)]
    public async Task A_list_that_was_not_imported_for_three_weeks_is_stale(string recorded, bool stale)
    {
        await _listed.ImportAsync("2026-10-15", $"{_listed.Code},occupied,2026-10-01,", recorded);
        _listed.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        var now = await _listed.Server.InsideAsync(services => new FindTerritory(services.GetRequiredService<RegistryDb>(), _listed.Clock).NowAsync(CancellationToken.None));
        Assert.Equal((stale, 1, (TerritoryStatus.Occupied, 1)), (now.Stale, now.Edition!.Periods, Assert.Single(now.Hromadas) is var count ? (count.Status, count.Hromadas) : default));
    }

    [Theory]
    [InlineData("UA63120270000028556Н", "cyrillic_letters")]
    [InlineData("UA63000000000041885", "not_a_hromada")]
    public async Task A_code_that_is_none_of_a_hromada_is_told(string code, string fault) =>
        (await _listed.Server.GetAsync($"territory/{code}")).MustBe(HttpStatusCode.BadRequest, fault);

    [Theory]
    [InlineData("on=31.02.2026")]
    [InlineData("asKnownOn=yesterday")]
    public async Task A_day_that_is_none_is_told(string query)
    {
        var answer = await _listed.Server.GetAsync($"territory/{_listed.Code}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(query.Split('=')[0], answer.Body, StringComparison.Ordinal);
    }

    private async Task<string> StatusAsync(string on, string asKnownOn) =>
        (string)(await _listed.Server.GetAsync($"territory/{_listed.Code}?on={on}&asKnownOn={asKnownOn}")).Json["status"]!;
}
