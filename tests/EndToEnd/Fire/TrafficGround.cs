using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>What there must be before <see cref="MixedTraffic"/>: both sides, an offer, a partnership, a town's client that is called at each event.</summary>
internal sealed class TrafficGround : IAsyncDisposable
{
    private readonly WebhookPeer _receiver;

    private TrafficGround(WebhookPeer receiver) => _receiver = receiver;

    /// <summary>The token of the town's client, with all scopes of partners.</summary>
    public required LivingToken Town { get; init; }

    public required string Webhook { get; init; }

    public required string Offer { get; init; }

    public required string Partnership { get; init; }

    public static async Task<TrafficGround> LayAsync(SeparateProcesses platform)
    {
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        var offer = await journey.OfferAsync();
        // Intake and matching know both sides from now on.
        var need = await journey.SubmitNeedAsync();
        await journey.VerifyAsync(need);
        await journey.UntilMatchingKnowsAsync(need);
        using var organisations = new Organisations(platform);
        await organisations.MakeAsync();
        await journey.SubmitNeedAsync(by: organisations.Of("owner"));
        var partnership = await journey.Ks.PostAsync("partnerships", new JsonObject
        {
            ["requestId"] = "ground", ["supplier"] = Journey.Vennesla, ["hromada"] = Journey.Vyshnivetska, ["stage"] = "exploring", ["since"] = "2026-01-15",
            ["area"] = Journey.RuralDevelopment, ["personDays"] = 20,
        });
        var receiver = await WebhookPeer.StartNewAsync();
        var webhook = await organisations.Of("owner").PostAsync(
            "webhooks", new JsonObject { ["url"] = receiver.Address.ToString(), ["events"] = new JsonArray("need.verified") });
        var (id, secret) = organisations.CredentialsOf("owner");
        return new TrafficGround(receiver)
        {
            Town = LivingToken.OfClient(platform.Origin, id, secret), Webhook = $"{webhook["id"]}", Offer = $"{offer["id"]}", Partnership = $"{partnership["id"]}",
        };
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
