using System.Net;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Matching.ReadModel;

public sealed class BootstrapTests
{
    private static readonly string[] Tables = ["known_areas", "known_municipalities", "known_offers", "known_initiatives", "known_needs"];

    [Fact]
    public async Task With_its_owners_away_it_serves_says_what_it_waits_for_and_heals()
    {
        var (registry, needs) = (FreePort.Next(), FreePort.Next());
        await using var server = await MatchingServer.StartAsync(
            new MatchingServerOptions { OwnersAreRead = false, Registry = registry, Needs = needs });

        using var ready = await server.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Empty((await server.GetAsync("matching-runs")).Expect(HttpStatusCode.OK).Body["items"]!.AsArray());
        Assert.False((bool)(await server.GetAsync("matching-inputs")).Expect(HttpStatusCode.OK).Body["ready"]!);
        var refused = (await server.PostRunAsync()).ExpectProblem(HttpStatusCode.ServiceUnavailable, "read_model_not_ready");
        Assert.NotNull(refused.RetryAfter);
        (await server.GetAsync($"candidates?hromada={World.Zelena.Code}"))
            .ExpectProblem(HttpStatusCode.ServiceUnavailable, "read_model_not_ready");
        Assert.Equal(0, await server.Database.ScalarAsync<long>("select count(*) from matching_runs"));

        await using var neighbours = await Neighbours.StartAsync(registry, needs, new ForwardingInbox());
        await UntilReadyAsync(server);

        await server.CompleteRunAsync();
    }

    [Fact]
    public async Task Events_and_snapshot_give_the_same_state_in_any_order_and_the_same_plan()
    {
        var (registry, needs) = (FreePort.Next(), FreePort.Next());
        // The neighbours live by the system's clock, so verifications hold by that of this day.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var listener = await MatchingServer.StartAsync(new MatchingServerOptions { Clock = clock });
        var inbox = new ForwardingInbox(listener);
        await using var neighbours = await Neighbours.StartAsync(registry, needs, inbox);
        await ChangeThingsAsync(neighbours);
        await neighbours.UntilAllIsToldAsync();
        Assert.Contains(inbox.Heard, envelope => envelope.Message is NeedWithdrawn);
        Envelope[] backwards = [.. inbox.Heard.Reverse()];

        var late = new MatchingServerOptions { OwnersAreRead = false, Registry = registry, Needs = needs, Clock = clock };
        await using var backwardsListener = await MatchingServer.StartAsync();
        await HearAsync(backwardsListener, backwards);
        await using var reader = await MatchingServer.StartAsync(late);
        await UntilReadyAsync(reader);
        await using var both = await MatchingServer.StartAsync(late with { Registry = FreePort.Next() });
        await HearAsync(both, backwards);

        var expected = await StateAsync(listener);
        Assert.Contains("UA61020050000098539", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await StateAsync(backwardsListener));
        Assert.Equal(expected, await StateAsync(reader));
        Assert.Equal(expected, await StateAsync(both));
        await HearAsync(reader, backwards);
        Assert.Equal(expected, await StateAsync(reader));

        var one = await listener.CompleteRunAsync();
        var other = await reader.CompleteRunAsync();
        Assert.Equal((string?)one["inputsHash"], (string?)other["inputsHash"]);
        Assert.Equal((string?)one["planHash"], (string?)other["planHash"]);
        Assert.Single((await reader.GetPlanAsync((Guid)other["id"]!)).Body["matches"]!.AsArray());
    }

    private static async Task ChangeThingsAsync(Neighbours neighbours)
    {
        await neighbours.PutMunicipalityAsync(Bodies.Supplier(Bodies.Vennesla, "Vennesla"));
        await neighbours.PutMunicipalityAsync(Bodies.Supplier(Bodies.Lindesnes, "Lindesnes"));
        await neighbours.PutMunicipalityAsync(Bodies.Hromada("none"));
        await neighbours.PutMunicipalityAsync(Bodies.Hromada("possible_hostilities"), seen: 1);
        await neighbours.OfferAsync(Bodies.Offer(Bodies.Vennesla));
        await neighbours.WithdrawOfferAsync(await neighbours.OfferAsync(Bodies.Offer(Bodies.Lindesnes)));
        await neighbours.RecordInitiativeAsync(Bodies.Initiative(Bodies.Vennesla));
        await neighbours.WithdrawInitiativeAsync(await neighbours.RecordInitiativeAsync(Bodies.Initiative(Bodies.Lindesnes)));
        await neighbours.VerifiedNeedAsync(Bodies.Need("Нові насоси"));
        await neighbours.WithdrawNeedAsync(await neighbours.VerifiedNeedAsync(Bodies.Need("Вже не потрібно")));
    }

    private static async Task HearAsync(MatchingServer server, IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes)
            await server.HearAsync(envelope);
    }

    private static Task UntilReadyAsync(MatchingServer server) => Eventually.TrueAsync(
        async () => (bool)(await server.GetAsync("matching-inputs")).Body["ready"]!, "both owners have been read");

    /// <summary>All that is known and there; of what is gone a snapshot says nothing.</summary>
    private static async Task<string> StateAsync(MatchingServer server)
    {
        var states = await Task.WhenAll(Tables.Select(table => server.Database.ScalarAsync<string>(
            $"select string_agg(id || ' ' || version || ' ' || state, E'\\n' order by id) from {table} where state is not null")));
        return string.Join('\n', states);
    }
}
