using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Territory;

public sealed class ImportTerritoryTests : IAsyncLifetime
{
    private readonly ListedHromada _listed = new();

    public ValueTask InitializeAsync() => _listed.InitializeAsync();

    public ValueTask DisposeAsync() => _listed.DisposeAsync();

    [Fact]
    public async Task A_hromada_of_the_list_is_changed_told_and_masked_in_one_step()
    {
        var report = await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,");

        Assert.Equal((TerritoryOutcome.Published, 1, 1, 0, 0), (report.Outcome, report.Periods, report.Added, report.Ended, report.Removed));
        var view = (await _listed.Server.GetAsync($"municipalities/{_listed.Code}")).As<MunicipalityView>();
        Assert.Equal((TerritoryStatus.Occupied, TerritoryCoverage.Full, 2L), (view.TerritoryStatus, view.TerritoryCoverage, view.Version));
        Assert.Equal(["latitude", "longitude"], view.Masked);
        await _listed.Server.UntilOutboxIsEmptyAsync();
        Assert.Equal(TerritoryStatus.Occupied, _listed.Server.NeedsIntake.Heard<MunicipalityChanged>()[^1].TerritoryStatus);
        Assert.Equal(
            "municipality.territory, territory.import",
            await _listed.Server.Database.ScalarAsync<string>("select string_agg(action, ', ' order by action) from audit where action like '%territory%'"));
    }

    [Fact]
    public async Task The_same_edition_again_changes_nothing()
    {
        await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,");
        Assert.Equal(TerritoryOutcome.Known, (await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,01.10.2026,")).Outcome);
        Assert.Equal(1, await _listed.Server.Database.ScalarAsync<long>("select count(*) from territory_editions"));
        Assert.Equal(2, (await _listed.Server.GetAsync($"municipalities/{_listed.Code}")).As<MunicipalityView>().Version);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,");

        var report = await _listed.ImportAsync("2026-11-15", $"{_listed.Code},occupied,2026-10-01,2026-11-10", dryRun: true);

        Assert.Equal((TerritoryOutcome.DryRun, 0, 1, 0), (report.Outcome, report.Added, report.Ended, report.Removed));
        Assert.Equal(
            (_listed.Code, TerritoryStatus.Occupied, TerritoryStatus.None),
            Assert.Single(report.Changes) is var change ? (change.Code, change.Before.Status, change.After.Status) : default);
        Assert.Equal(1, await _listed.Server.Database.ScalarAsync<long>("select count(*) from territory_editions"));
        Assert.Equal(TerritoryStatus.Occupied, (await _listed.Server.GetAsync($"municipalities/{_listed.Code}")).As<MunicipalityView>().TerritoryStatus);
    }

    [Fact]
    public async Task One_bad_row_publishes_nothing()
    {
        var report = await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,\nUA1,occupied,2026-10-01,");

        Assert.Equal((TerritoryOutcome.Faulty, 3), (report.Outcome, Assert.Single(report.Faults).Line));
        Assert.Equal(0, await _listed.Server.Database.ScalarAsync<long>("select count(*) from territory_editions"));
    }

    [Fact]
    public async Task A_period_that_begins_or_ends_by_the_calendar_is_seen_on_its_day()
    {
        await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-11-21,2026-11-23");
        var day = new TerritoryDay(await ScopesAsync(), _listed.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<TerritoryDay>.Instance);

        // Ten in the evening in UTC is the next day in Kyiv.
        foreach (var (at, status) in new[] { ("2026-11-20T21:00Z", TerritoryStatus.None), ("2026-11-20T22:00Z", TerritoryStatus.Occupied), ("2026-11-22T22:00Z", TerritoryStatus.None) })
        {
            _listed.Clock.SetUtcNow(DateTimeOffset.Parse(at, null));
            await day.LookAsync(CancellationToken.None);
            Assert.Equal(status, (await _listed.Server.GetAsync($"municipalities/{_listed.Code}")).As<MunicipalityView>().TerritoryStatus);
        }
    }

    [Fact]
    public async Task Once_there_is_a_list_nobody_else_says_what_status_a_hromada_has()
    {
        await _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,");

        var other = Bodies.Hromada(Bodies.NextKatottg(), "active_hostilities");
        (await _listed.Server.PutMunicipalityAsync(other)).MustBe(HttpStatusCode.Conflict, "territory_from_list");
        other["territoryStatus"] = "occupied";
        other["code"] = _listed.Code;
        other["population"] = 1234;
        Assert.Equal(3, (await _listed.Server.PutMunicipalityAsync(other, 2)).As<MunicipalityView>().Version);
    }

    [Fact]
    public async Task Who_is_registered_while_a_list_comes_in_has_the_status_of_the_list()
    {
        var codes = Enumerable.Range(0, 20).Select(_ => Bodies.NextKatottg()).ToList();
        var import = _listed.ImportAsync("2026-11-01", $"{codes[0][..4]}000000000041885,occupied,2026-10-01,");
        var answers = await Task.WhenAll(codes.Select(code => _listed.Server.PutMunicipalityAsync(Bodies.Hromada(code))));
        await import;

        // Who comes after the list says another status than it, and is refused.
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created)) refused.MustBe(HttpStatusCode.Conflict, "territory_from_list");
        Assert.Equal(
            answers.Count(answer => answer.Status == HttpStatusCode.Created),
            await _listed.Server.Database.ScalarAsync<long>($"select count(*) from municipalities where code in ('{string.Join("', '", codes)}')"));
        Assert.Equal(0, await _listed.Server.Database.ScalarAsync<long>("select count(*) from municipalities where territory_status <> 'occupied'"));
    }

    [Fact]
    public async Task Two_who_import_at_the_same_time_leave_one_edition()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _listed.ImportAsync("2026-11-01", $"{_listed.Code},occupied,2026-10-01,")));
        Assert.Equal([TerritoryOutcome.Known, TerritoryOutcome.Known, TerritoryOutcome.Known, TerritoryOutcome.Published], outcomes.Select(report => report.Outcome).Order());
    }

    private Task<IServiceScopeFactory> ScopesAsync() => _listed.Server.InsideAsync(services => Task.FromResult(services.GetRequiredService<IServiceScopeFactory>()));
}
