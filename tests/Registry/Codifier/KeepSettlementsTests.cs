using System.Text;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Codifier;
using Kommunebro.Registry.Territory;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Codifier;

public sealed class KeepSettlementsTests : IAsyncLifetime
{
    private const string First = "UA46060250000025047";
    private const string Second = "UA46060270000083999";
    private const string Town = "UA46060250010011111";
    private const string Village = "UA46060250020022222";
    private const string Hamlet = "UA46060250030033333";
    private const string TownsDistrict = "UA46060250010144444";
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Settlements_are_kept_with_their_hromada_and_districts_of_a_city_are_none()
    {
        var report = await ImportAsync(
            [.. Hromadas, CodifierText.Settlement(First, Town, category: 'M'), CodifierText.District(First, Town, TownsDistrict), CodifierText.Settlement(First, Village),
            CodifierText.Settlement(Second, "UA46060270010055555", category: 'X')]);

        Assert.Equal((7, 2, 3), (report.Rows, report.Hromadas, report.Settlements));
        Assert.Equal([$"{Town} {First}", $"{Village} {First}", $"UA46060270010055555 {Second}"], await KeptAsync());
        Assert.Equal(1, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'codifier.settlements'"));
    }

    [Fact]
    public async Task A_new_codifier_brings_and_takes_settlements_and_the_same_again_changes_nothing()
    {
        await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Village)]);

        foreach (var _ in new[] { 1, 2 })
            await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Hamlet)]);

        Assert.Equal([$"{Town} {First}", $"{Hamlet} {First}"], await KeptAsync());
        Assert.Equal(2, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'codifier.settlements'"));
    }

    [Fact]
    public async Task What_a_file_says_nothing_of_stays()
    {
        await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(Second, "UA46060270010055555")]);

        // A list of hromadas alone; then one in which the second hromada is gone.
        await ImportAsync(Hromadas);
        await ImportAsync([CodifierText.Oblast, CodifierText.Hromada(First, "Львівська"), CodifierText.Settlement(First, Village)]);

        Assert.Equal([$"{Village} {First}", $"UA46060270010055555 {Second}"], await KeptAsync());
    }

    [Fact]
    public async Task A_dry_run_and_a_faulty_file_keep_none()
    {
        Assert.Equal(1, (await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town)], dryRun: true)).Settlements);
        Assert.Single((await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Town)])).Faults);

        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task As_many_as_Ukraine_has_are_kept_and_compared_in_two_statements()
    {
        // 58 hromadas of 500: each by the digits that say where it lies, and a serial number of its own.
        string[] hromadas = [.. Enumerable.Range(1, 58).Select(at => $"UA4606{at:D3}00000{at:D5}")];
        string[] rows =
        [
            CodifierText.Oblast, .. hromadas.Select(code => CodifierText.Hromada(code, "Громада")),
            .. hromadas.SelectMany((code, at) => Enumerable.Range(1, 500).Select(place => CodifierText.Settlement(code, $"{code[..9]}{place:D3}00{(at * 500) + place:D5}"))),
        ];
        await ImportAsync(rows);

        Assert.Equal(29_000, (await ImportAsync(rows)).Settlements);
        await ImportAsync(rows[..^1]);

        Assert.Equal(28_999, await _server.Database.ScalarAsync<long>("select count(*) from settlements"));
    }

    [Fact]
    public async Task Where_all_settlements_are_listed_a_new_codifier_makes_the_whole_hromada_so_and_another_one_a_part()
    {
        await ImportAsync(Hromadas);
        await ListAsync($"{Town},occupied,2022-03-01,\n{Village},occupied,2022-03-01,");
        Assert.Equal((TerritoryCoverage.Partial, null), await StoredAsync());

        var report = await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Village)]);

        Assert.Equal((First, TerritoryCoverage.Full), Assert.Single(report.Statuses) is var change ? (change.Code, change.After.Coverage) : default);
        Assert.Equal((TerritoryCoverage.Full, "2 of 2"), await StoredAsync());
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal(TerritoryCoverage.Full, _server.Matching.Heard<MunicipalityChanged>().Where(told => told.Code == First).MaxBy(told => told.Version)!.TerritoryCoverage);

        await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Village), CodifierText.Settlement(First, Hamlet)]);
        Assert.Equal((TerritoryCoverage.Partial, "2 of 3"), await StoredAsync());
    }

    [Fact]
    public async Task A_hromada_that_is_new_has_its_status_from_its_settlements_at_once_and_staff_are_told_the_share()
    {
        await ListAsync($"{Town},occupied,2022-03-01,\n{Village},occupied,2022-03-01,2022-04-01");

        var report = await ImportAsync([.. Hromadas, CodifierText.Settlement(First, Town), CodifierText.Settlement(First, Village)]);

        Assert.Empty(report.Statuses);
        Assert.Equal((TerritoryCoverage.Partial, "1 of 2"), await StoredAsync());
        var history = await (await _server.GrpcForAsync(channel => new RegistryHistory.RegistryHistoryClient(channel), StaffRole.Viewer)).GetHistoryAsync(new GetHistoryRequest { Code = First });
        Assert.Equal((2, new TerritoryShare { Status = "occupied", Settlements = 1 }), (history.Territory.Settlements, Assert.Single(history.Territory.Shares)));
    }

    private static string[] Hromadas => [CodifierText.Oblast, CodifierText.Hromada(First, "Львівська"), CodifierText.Hromada(Second, "Щирецька")];

    private async Task<(TerritoryCoverage Coverage, string? Share)> StoredAsync()
    {
        var view = (await _server.GetAsync($"territory/{First}")).As<TerritoryView>();
        var stored = await _server.Database.ScalarAsync<string>($"select territory_coverage from municipalities where code = '{First}'");
        Assert.Equal(WireName.Of(view.Coverage), stored);
        return (view.Coverage, view.Settlements is { } shares ? $"{shares.Listed.Sum(share => share.Settlements)} of {shares.Known}" : null);
    }

    private async Task<string[]> KeptAsync() =>
        (await _server.Database.ScalarAsync<string>("select coalesce(string_agg(code || ' ' || hromada_code, ';' order by code), '') from settlements"))!
        .Split(';', StringSplitOptions.RemoveEmptyEntries);

    private async Task ListAsync(string rows)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"katottg,category,start_date,end_date\n{rows}\n"));
        await _server.InsideAsync(services => services.GetRequiredService<ImportTerritory>().RunAsync(
            file, new EditionOrigin("376", new DateOnly(2025, 4, 30), "list.csv"), dryRun: false, CancellationToken.None));
    }

    private Task<CodifierReport> ImportAsync(string[] rows, bool dryRun = false) => _server.InsideAsync(services =>
        services.GetRequiredService<ImportCodifier>().RunAsync(CodifierText.Of(rows), "kodifikator.csv", dryRun, CancellationToken.None));
}
