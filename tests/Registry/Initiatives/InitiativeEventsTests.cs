using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>What matching hears of initiatives: who helps whom, in ids, and nothing of what does not count.</summary>
public sealed class InitiativeEventsTests : IAsyncLifetime
{
    private readonly RegistryServer _registry = new();

    public ValueTask InitializeAsync() => _registry.InitializeAsync();

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    [Fact]
    public async Task Matching_hears_of_each_change_and_that_nothing_of_what_is_over_counts()
    {
        var (hromada, partner) = (await _registry.RegisterHromadaAsync(), await _registry.RegisterMunicipalityAsync());
        var body = Bodies.Initiative(hromada.Code, partner.Code);
        var planned = await _registry.Http.RecordAsync(body.With("status", "\"planned\""));
        var path = $"initiatives/{planned.Id}";
        (await _registry.Http.TryAsync(HttpMethod.Put, path, body.With("status", "\"agreement_signed\""), 1)).As<object>();
        (await _registry.Http.TryAsync(HttpMethod.Post, $"{path}/end", null, 2)).As<object>();

        Assert.Equal(
            [
                new InitiativeChanged(planned.Id, 1, null),
                new InitiativeChanged(planned.Id, 2, new Help(hromada.Id, partner.Id, InitiativeKind.TwinTown, new DateOnly(2023, 6, 20), null)),
                new InitiativeChanged(planned.Id, 3, null),
            ],
            await HeardAsync());
    }

    [Fact]
    public async Task Of_an_outside_party_only_that_it_helps_is_told()
    {
        var hromada = await _registry.RegisterHromadaAsync();
        var body = Bodies.Initiative(hromada.Code, "0301").With("partner", """{ "name": "Leipzig", "country": "de" }""").With("since", "null");

        await _registry.Http.RecordAsync(body);

        Assert.Equal(new Help(hromada.Id, null, InitiativeKind.TwinTown, null, null), Assert.Single(await HeardAsync()).Help);
    }

    [Fact]
    public async Task Of_a_restricted_one_nothing_is_told_and_one_that_is_restricted_later_is_taken_back()
    {
        var restricted = await _registry.RecordForAsync("none", "outside_war_zone", "restricted");
        var open = await _registry.RecordForAsync("none", "outside_war_zone");
        var body = Bodies.Initiative(open.Hromada!.Code!, open.Partner!.Code!).With("sensitivity", "\"restricted\"");
        (await _registry.Http.TryAsync(HttpMethod.Put, $"initiatives/{open.Id}", body, 1)).As<object>();

        var heard = await HeardAsync();

        Assert.Null(Assert.Single(heard, told => told.InitiativeId == restricted.Id).Help);
        Assert.Equal([false, true], heard.Where(told => told.InitiativeId == open.Id).Select(told => told.Help is null));
    }

    [Fact]
    public async Task The_snapshot_says_what_the_events_said_last()
    {
        await _registry.RecordForAsync("none", "outside_war_zone", "restricted");
        await _registry.RecordForAsync("active_hostilities", "war_zone");
        var heard = await HeardAsync();

        using var call = _registry.StreamSnapshot();
        var items = new List<InitiativeChanged>();
        await foreach (var item in call.ResponseStream.ReadAllAsync())
            if (item.ItemCase == SnapshotItem.ItemOneofCase.Help)
                items.Add(item.Help.ToMessage());

        Assert.Equal(heard.OrderBy(told => told.InitiativeId), items.OrderBy(told => told.InitiativeId));
    }

    private async Task<IReadOnlyList<InitiativeChanged>> HeardAsync()
    {
        await _registry.UntilOutboxIsEmptyAsync();
        return [.. _registry.Matching.Heard<InitiativeChanged>().OrderBy(told => told.Version)];
    }
}
