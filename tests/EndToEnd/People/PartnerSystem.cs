using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.People;

/// <summary>A town's own system: a client of an organisation that acts for one municipality, with a webhook.</summary>
internal sealed class PartnerSystem : IAsyncDisposable
{
    private static readonly string[] Scopes =
        ["needs.read", "needs.write", "proposals.read", "proposals.answer", "partnerships.read", "webhooks.manage"];

    private PartnerSystem(Door door) => Door = door;

    public Door Door { get; }

    /// <summary>Takes the webhook's calls and checks their signatures with a stock library; null until it subscribed.</summary>
    public WebhookPeer? Receiver { get; private set; }

    /// <summary>A new organisation's client.</summary>
    public static async Task<PartnerSystem> JoinAsync(IRunningPlatform platform, string name, string municipality)
    {
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
        var organisation = await administrator.PostAsync(
            "organisations", new JsonObject { ["name"] = name, ["municipalities"] = new JsonArray(municipality) });
        var made = await administrator.PostAsync(
            $"organisations/{organisation["id"]}/clients",
            new JsonObject { ["name"] = name, ["scopes"] = new JsonArray([.. Scopes.Select(scope => JsonValue.Create(scope))]) });
        return new PartnerSystem(await Door.OfClientAsync(platform.Origin, (string)made["client"]!["clientId"]!, (string)made["secret"]!));
    }

    /// <summary>Asks to be told of <paramref name="events"/>.</summary>
    public async Task SubscribeAsync(params string[] events)
    {
        Receiver = await WebhookPeer.StartNewAsync();
        var webhook = await Door.PostAsync("webhooks", new JsonObject
        {
            ["url"] = Receiver.Address.ToString(),
            ["events"] = new JsonArray([.. events.Select(kind => JsonValue.Create(kind))]),
        });
        await Receiver.TrustAsync((string)webhook["secret"]!);
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        if (Receiver is not null)
            await Receiver.DisposeAsync();
    }
}
