using Kommunebro.Contracts.Matching;
using Kommunebro.Registry.Municipalities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>Registry starts when matching has partnerships already, and no event of them comes any more.</summary>
public sealed class PartnershipSnapshotTests : IAsyncLifetime
{
    private readonly RegistryServer _registry = new() { PortOfMatching = FreePort.Next() };

    public ValueTask InitializeAsync() => _registry.InitializeAsync();

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    [Fact]
    public async Task A_registry_that_starts_after_partnerships_knows_them_and_a_second_read_changes_nothing()
    {
        var (lasting, over) = (await PartnershipAsync(4, exists: true), await PartnershipAsync(7, exists: false));
        Assert.Empty(await HelpedAsync());

        await using var matching = await MatchingPeer.StartAsync(_registry.PortOfMatching!.Value, lasting, over);
        await ReadAsync(1);

        Assert.Equal([lasting.HromadaId], await HelpedAsync());
        Assert.Contains("Read 2 partnerships from matching, 2 of them new or changed", _registry.Logs.Text, StringComparison.Ordinal);
        await AgainAsync();
        Assert.Contains("Read 2 partnerships from matching, 0 of them new or changed", _registry.Logs.Text, StringComparison.Ordinal);
        Assert.Equal(2, await _registry.Database.ScalarAsync<long>("select count(*) from known_partnerships"));
    }

    [Fact]
    public async Task An_event_that_is_newer_than_what_is_read_wins_and_one_that_is_older_changes_nothing()
    {
        var (ended, lasting) = (await PartnershipAsync(4, exists: true), await PartnershipAsync(4, exists: true));
        await _registry.HearAsync(PartnershipChanged.MessageName, ended with { Version = 5, Exists = false });

        await using var matching = await MatchingPeer.StartAsync(_registry.PortOfMatching!.Value, ended, lasting);
        await ReadAsync(1);
        await _registry.HearAsync(PartnershipChanged.MessageName, lasting with { Version = 3, Exists = false });

        Assert.Equal([lasting.HromadaId], await HelpedAsync());
        await _registry.HearAsync(PartnershipChanged.MessageName, lasting with { Version = 5, Exists = false });
        Assert.Empty(await HelpedAsync());
    }

    [Fact]
    public async Task What_happened_after_a_backup_is_known_at_the_next_start()
    {
        var partnership = await PartnershipAsync(4, exists: true);
        await _registry.HearAsync(PartnershipChanged.MessageName, partnership with { Version = 2, Exists = false });

        await using (await MatchingPeer.StartAsync(_registry.PortOfMatching!.Value, partnership with { Version = 3, Exists = false }))
            await ReadAsync(1);
        Assert.Empty(await HelpedAsync());
        await using var matching = await MatchingPeer.StartAsync(_registry.PortOfMatching!.Value, partnership);
        await AgainAsync();

        Assert.Equal([partnership.HromadaId], await HelpedAsync());
    }

    private async Task<PartnershipChanged> PartnershipAsync(long version, bool exists) => new(
        Guid.CreateVersion7(), version, PartnershipEvent.StageReached, exists ? PartnershipStage.Active : PartnershipStage.Closed, exists,
        (await _registry.RegisterHromadaAsync()).Id, (await _registry.RegisterMunicipalityAsync()).Id, [], 10, null);

    /// <summary>The hromadas that somebody helps, as a coordinator's list tells.</summary>
    private async Task<IEnumerable<Guid>> HelpedAsync() =>
        (await _registry.GetAsync("municipalities?helped=true")).Json["items"]!.AsArray().Select(item => (Guid)item!["id"]!);

    private async Task AgainAsync()
    {
        var loader = await _registry.InsideAsync(services =>
            Task.FromResult(services.GetServices<IHostedService>().Single(service => service.GetType().Name == "PartnershipSnapshotLoader")));
        await loader.StopAsync(CancellationToken.None);
        await loader.StartAsync(CancellationToken.None);
        await ReadAsync(2);
    }

    private Task ReadAsync(int times) => Eventually.TrueAsync(
        () => Task.FromResult(_registry.Logs.Text.Split(" partnerships from matching, ").Length > times), $"matching was read {times} times");
}
