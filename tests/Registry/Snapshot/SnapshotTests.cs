using System.Net;
using System.Text.Json;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Messaging;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Microsoft.Extensions.DependencyInjection;
using LocalizedText = Kommunebro.Contracts.LocalizedText;
using Municipality = Kommunebro.Registry.Municipalities.Municipality;

namespace Kommunebro.Tests.Registry.Snapshot;

public sealed class SnapshotTests
{
    [Fact]
    public async Task The_snapshot_says_what_the_events_said_last_areas_first_then_municipalities_then_offers()
    {
        await using var registry = await StartAsync();
        var masked = await registry.RegisterHromadaAsync("active_hostilities", "war_zone");
        await registry.PutMunicipalityAsync(Bodies.Hromada(masked.Code, "occupied", null), ifMatch: 1);
        var offer = await registry.SubmitOfferAsync();
        await registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(offer.Municipality).With("maxPartnerships", "5"), 1);
        await registry.WithdrawOfferAsync(await registry.SubmitOfferAsync());
        await registry.UntilOutboxIsEmptyAsync();

        var items = await ReadAsync(registry);
        Assert.Equal(items.Select(item => (int)item.ItemCase).Order(), items.Select(item => (int)item.ItemCase));
        Assert.Equal(
            LastOf(registry.Matching.Heard<AreaChanged>(), area => area.Code, area => area.Version),
            [.. items.Where(item => item.Area is not null).Select(item => Text(item.Area.ToMessage())).Order(StringComparer.Ordinal)]);
        Assert.Equal(
            LastOf(registry.Matching.Heard<MunicipalityChanged>(), m => m.MunicipalityId, m => m.Version),
            [.. items.Where(item => item.Municipality is not null).Select(item => Text(item.Municipality.ToMessage())).Order(StringComparer.Ordinal)]);
        Assert.Equal(
            LastOf(registry.Matching.Heard<OfferChanged>(), o => o.OfferId, o => o.Version),
            [.. items.Where(item => item.Offer is not null).Select(item => Text(item.Offer.ToMessage())).Order(StringComparer.Ordinal)]);
        Assert.Equal([true, false], items.Where(item => item.Offer is not null).Select(item => item.Offer.Available));
        Assert.Equal(49.123456, items.Single(item => item.Municipality?.Code == masked.Code).Municipality.Latitude);
    }

    [Fact]
    public async Task Offers_can_be_left_out()
    {
        await using var registry = await StartAsync();
        await registry.SubmitOfferAsync();
        Assert.DoesNotContain(await ReadAsync(registry, withoutOffers: true), item => item.Offer is not null);
    }

    [Fact]
    public async Task Who_needs_names_alone_gets_the_municipalities_alone()
    {
        await using var registry = await StartAsync();
        await registry.SubmitOfferAsync();

        var client = registry.Grpc((await TestIssuer.GetAsync()).Service(AccessPolicies.MunicipalitiesSnapshot));
        using var call = client.StreamMunicipalities(new StreamMunicipalitiesRequest());
        var seen = await call.ResponseStream.ReadAllAsync().ToListAsync();

        var whole = (await ReadAsync(registry)).Select(item => item.Municipality).Where(municipality => municipality is not null).ToList();
        Assert.Contains(whole, municipality => municipality.HasLatitude);
        foreach (var municipality in whole)
        {
            municipality.ClearLatitude();
            municipality.ClearLongitude();
        }
        Assert.Equal(whole, seen);
    }

    [Fact]
    public async Task What_changes_while_a_slow_reader_reads_is_not_in_its_snapshot()
    {
        await using var registry = await StartAsync();
        var offer = await registry.SubmitOfferAsync();
        // More than the connection's window takes, so that the server waits for the reader.
        await AddMunicipalitiesAsync(registry, 8_000);

        using var call = registry.StreamSnapshot();
        Assert.True(await call.ResponseStream.MoveNext(default));
        await registry.WithdrawOfferAsync(offer);
        var late = await registry.SubmitOfferAsync();
        var rest = new List<SnapshotItem>();
        await foreach (var item in call.ResponseStream.ReadAllAsync())
            rest.Add(item);

        Assert.Equal(8_001, rest.Count(item => item.Municipality is not null));
        Assert.DoesNotContain(rest, item => item.Municipality?.Code == late.Municipality);
        var seen = Assert.Single(rest, item => item.Offer is not null).Offer;
        Assert.Equal((offer.Id.ToString(), 1, true), (seen.OfferId, seen.Version, seen.Available));
    }

    private static async Task<RegistryServer> StartAsync()
    {
        var registry = new RegistryServer();
        await registry.InitializeAsync();
        return registry;
    }

    private static async Task<List<SnapshotItem>> ReadAsync(RegistryServer registry, bool withoutOffers = false)
    {
        using var call = registry.StreamSnapshot(withoutOffers);
        var items = new List<SnapshotItem>();
        await foreach (var item in call.ResponseStream.ReadAllAsync())
            items.Add(item);
        return items;
    }

    private static Task<int> AddMunicipalitiesAsync(RegistryServer registry, int count) => registry.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<RegistryDb>();
        for (var i = 0; i < count; i++)
            db.Add(new Municipality(MunicipalityKind.Hromada, $"UA12020010000{i:000000}", Facts, TimeProvider.System.GetUtcNow()));
        return await db.SaveChangesAsync();
    });

    private static MunicipalityFacts Facts => new()
    {
        Names = new LocalizedText(null, "Багатолюдна", null),
        RegionCode = "12",
        RegionNames = new LocalizedText(null, "Дніпропетровська", null),
        TerritoryStatus = TerritoryStatus.None,
        TerritoryCoverage = TerritoryCoverage.Full,
    };

    /// <summary>Records that hold lists are compared as the text that they are sent as.</summary>
    private static string Text(object message) => JsonSerializer.Serialize(message, message.GetType(), MessageJson.Options);

    private static List<string> LastOf<T, TKey>(IReadOnlyList<T> heard, Func<T, TKey> key, Func<T, long> version)
        where T : notnull
        where TKey : notnull =>
        [.. heard.GroupBy(key).Select(group => Text(group.MaxBy(version)!)).Order(StringComparer.Ordinal)];
}
