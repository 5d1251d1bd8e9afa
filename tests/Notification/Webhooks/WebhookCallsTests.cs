using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Testing;
using Kommunebro.Tests.Notification.Hosting;

namespace Kommunebro.Tests.Notification.Webhooks;

public sealed class WebhookCallsTests : IAsyncLifetime
{
    private readonly Guid _organisation = Guid.CreateVersion7();
    private NotificationServer _server = null!;
    private WebhookPeer _peer = null!;
    private Partner _partner = null!;

    public async ValueTask InitializeAsync()
    {
        _peer = await WebhookPeer.StartNewAsync();
        _server = await NotificationServer.StartAsync();
        _partner = _server.PartnerOf(_organisation);
        await _server.ActForAsync(_organisation, Places.Vinnytsia.Code);
    }

    public async ValueTask DisposeAsync()
    {
        _partner.Dispose();
        await _server.DisposeAsync();
        await _peer.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_signed_thin_and_for_those_who_act_for_the_municipality()
    {
        var webhook = await TrustedAsync("need.verified");
        using var stranger = _server.PartnerOf(Guid.CreateVersion7());
        await stranger.CreateAsync(new Uri(_peer.Address, "/stranger"), "need.verified");
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());

        var call = await _peer.WaitForAsync(_ => true, "the call");
        await _server.QuietAsync();
        Assert.Null(call.Fault);
        Assert.Equal(("need.verified", "/hook"), (call.Type, call.Path));
        var data = call.Body.GetProperty("data");
        Assert.Equal(
            ["municipality", "needId", "version"], data.EnumerateObject().Select(field => field.Name));
        Assert.Equal(Places.Vinnytsia.Code, data.GetProperty("municipality").GetString());
        Assert.Single(_peer.Calls);
        var delivery = Assert.Single((await _partner.SendAsync(HttpMethod.Get, $"/{webhook.Id}/deliveries")).Items);
        Assert.Equal(("delivered", call.Id), ((string?)delivery["status"], (string?)delivery["messageId"]));
    }

    [Fact]
    public async Task Only_subscribed_events_call_and_a_hromadas_system_hears_nothing_before_the_hromada_is_asked()
    {
        await TrustedAsync("proposal.released_to_supplier", "proposal.released_to_hromada", "proposal.accepted_by_supplier");
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await _server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.ReleasedToSupplier));
        await _server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.AcceptedBySupplier));
        await _server.HearAsync(ProposalChanged.MessageName, Happenings.Proposal(ProposalEvent.ReleasedToHromada));

        var call = await _peer.WaitForAsync(_ => true, "the call");
        await _server.QuietAsync();
        Assert.Single(_peer.Calls);
        Assert.Equal("proposal.released_to_hromada", call.Type);
        Assert.Equal("with_hromada", call.Body.GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day_and_then_only_the_new_one()
    {
        var webhook = await TrustedAsync("need.verified");
        var rotated = (await _partner.SendAsync(HttpMethod.Post, $"/{webhook.Id}/rotate-secret", etag: webhook.ETag)).Expect(HttpStatusCode.OK);
        Assert.NotEqual(webhook.Text("secret"), rotated.Text("secret"));

        await TestAsync(webhook);
        var old = await _peer.WaitForAsync(_ => true, "the call during the overlap");
        await _peer.TrustAsync(rotated.Text("secret"));
        await TestAsync(webhook);
        await Eventually.TrueAsync(() => Task.FromResult(_peer.Calls.Count == 2), "the second call");
        Assert.Null(old.Fault);
        Assert.Null(_peer.Calls[1].Fault);
        Assert.Equal(2, old.Signature.Split(' ').Length);

        _server.Clock.Advance(TimeSpan.FromHours(24));
        await TestAsync(webhook);
        await Eventually.TrueAsync(() => Task.FromResult(_peer.Calls.Count == 3), "the third call");
        Assert.Single(_peer.Calls[2].Signature.Split(' '));
    }

    [Fact]
    public async Task A_system_that_answers_500_for_a_day_gets_everything_when_it_is_back()
    {
        await TrustedAsync("need.verified");
        await _peer.AnswerAsync(500);
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        foreach (var wait in new[] { 5, 300, 1800, 7200, 18000, 36000, 50400 })
        {
            await _server.QuietAsync();
            _server.Clock.Advance(TimeSpan.FromSeconds(wait));
        }

        await _server.QuietAsync();
        var failing = await _server.DeliveryAsync(delivery => delivery is { Channel: "webhook", Status: "waiting", Attempts: 8 }, "eight attempts");
        Assert.Equal("http_500", failing.LastError);
        Assert.Single(_peer.Calls.Select(call => call.Id).Distinct(StringComparer.Ordinal));

        await _peer.AnswerAsync(200);
        _server.Clock.Advance(TimeSpan.FromHours(20));
        await _server.DeliveryAsync(delivery => delivery is { Channel: "webhook", Status: "delivered" }, "it is delivered");
    }

    [Fact]
    public async Task A_system_that_fails_for_days_is_paused_people_hear_of_it_and_what_waits_is_sent_when_it_is_resumed()
    {
        var webhook = await TrustedAsync("need.verified");
        await _peer.AnswerAsync(503);
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await Eventually.TrueAsync(
            async () =>
            {
                if (await _server.IsQuietAsync())
                    _server.Clock.Advance(TimeSpan.FromHours(24));
                return (await GetAsync(webhook)).Text("status") == "paused";
            },
            "it is paused");
        var paused = await GetAsync(webhook);
        Assert.Equal("keeps_failing", paused.Text("pausedBecause"));
        Assert.Single(await _server.InboxOfAsync(StaffRole.Administrator), item => item.Kind == "webhook_paused");
        (await _partner.SendAsync(HttpMethod.Post, $"/{webhook.Id}/test")).ExpectProblem(HttpStatusCode.Conflict, "webhook_paused");
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified(Guid.CreateVersion7()));
        var before = _peer.Calls.Count;

        await _peer.AnswerAsync(200);
        (await _partner.SendAsync(HttpMethod.Put, $"/{webhook.Id}", new JsonObject
        {
            ["url"] = $"{_peer.Address}", ["events"] = new JsonArray("need.verified"), ["status"] = "active",
        }, paused.ETag)).Expect(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await _server.DeliveriesAsync("webhook", "delivered")).Count == 2, "both are delivered");
        Assert.Equal(before + 2, _peer.Calls.Count);
    }

    [Fact]
    public async Task A_system_that_says_410_is_paused_at_once()
    {
        var webhook = await TrustedAsync("need.verified");
        await _peer.AnswerAsync(410);
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());

        await Eventually.TrueAsync(async () => (await GetAsync(webhook)).Text("status") == "paused", "it is paused");
        Assert.Equal("gone", (await GetAsync(webhook)).Text("pausedBecause"));
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified(Guid.CreateVersion7()));
        await Eventually.TrueAsync(async () => (await _server.DeliveriesAsync("webhook", "waiting")).Count == 2, "both wait");
        Assert.Single(_peer.Calls);
    }

    [Fact]
    public async Task A_slow_system_is_given_up_after_its_time_and_holds_nobody_else_up()
    {
        await _server.RestartAsync(new() { ["Notification:Webhooks:Timeout"] = "00:00:01", ["Notification:Sender:Concurrency"] = "2" });
        await using var quick = await WebhookPeer.StartNewAsync();
        await _partner.CreateAsync(_peer.Address, "need.verified");
        await _peer.AnswerAsync(200, TimeSpan.FromMinutes(2));
        await _partner.CreateAsync(quick.Address, "need.verified");
        for (var i = 0; i < 5; i++)
            await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified(Guid.CreateVersion7()));

        await Eventually.TrueAsync(() => Task.FromResult(quick.Calls.Count == 5), "the quick system gets all");
        await Eventually.TrueAsync(
            async () => (await _server.DeliveriesAsync("webhook", "waiting")).Count(delivery => delivery.LastError == "timeout") == 5, "the slow one timed out");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await TrustedAsync("need.verified");
        await _peer.AnswerAsync(302);
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());

        await _server.DeliveryAsync(delivery => delivery.LastError == "http_302", "the redirect counts as a failure");
        Assert.All(_peer.Calls, call => Assert.Equal("/hook", call.Path));
    }

    [Fact]
    public async Task An_address_is_looked_at_again_when_it_is_called()
    {
        await TrustedAsync("need.verified");
        await _partner.CreateAsync(new Uri($"http://localhost:{_peer.Address.Port}/hook"), "need.verified");
        await _server.RestartAsync(new() { ["Notification:Webhooks:AllowLoopback"] = "false" });
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());

        await Eventually.TrueAsync(
            async () => (await _server.DeliveriesAsync("webhook", "waiting")).Count(delivery => delivery.LastError == "address_refused") == 2,
            "both calls are refused on our side");
        Assert.Empty(_peer.Calls);
    }

    [Fact]
    public async Task A_test_event_and_a_replay_are_sent_with_the_webhooks_own_signature()
    {
        var webhook = await TrustedAsync("need.verified");
        var test = (await TestAsync(webhook)).Expect(HttpStatusCode.Accepted);
        var first = await _peer.WaitForAsync(_ => true, "the test event");
        Assert.Equal(("webhook.test", null), (first.Type, first.Fault));
        await Eventually.TrueAsync(async () => (await _server.DeliveriesAsync("webhook", "delivered")).Count == 1, "it is noted");

        var replay = $"/{webhook.Id}/deliveries/{test.Id}/replay";
        (await _partner.SendAsync(HttpMethod.Post, replay, key: "once")).Expect(HttpStatusCode.Accepted);
        (await _partner.SendAsync(HttpMethod.Post, replay, key: "once")).Expect(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => Task.FromResult(_peer.Calls.Count == 2), "the replay");
        await _server.QuietAsync();
        Assert.Equal(2, _peer.Calls.Count);
        Assert.Equal((first.Id, $"{first.Body}"), (_peer.Calls[1].Id, $"{_peer.Calls[1].Body}"));
    }

    [Fact]
    public async Task A_closed_organisation_is_called_no_more()
    {
        await TrustedAsync("need.verified");
        await _server.HearAsync(
            Contracts.Identity.OrganisationChanged.MessageName,
            new Contracts.Identity.OrganisationChanged(_organisation, 2, "Example", [Places.Vinnytsia.Code], Active: false));
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified());
        await _server.QuietAsync();

        Assert.Empty(_peer.Calls);
        Assert.Empty(await _server.DeliveriesAsync("webhook"));
    }

    [Fact]
    public async Task An_event_of_a_municipality_that_registry_has_not_told_of_yet_waits_for_it()
    {
        await TrustedAsync("need.verified");
        var late = Places.Vinnytsia with { MunicipalityId = Guid.CreateVersion7() };
        await _server.HearAsync(NeedVerified.MessageName, Happenings.Verified() with { MunicipalityId = late.MunicipalityId });
        await _server.DeliveryAsync(delivery => delivery is { Channel: "webhook", LastError: "unknown_municipality" }, "it waits");

        await _server.HearAsync(Contracts.Registry.MunicipalityChanged.MessageName, late);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await _peer.WaitForAsync(_ => true, "the call");
    }

    private async Task<Answer> TrustedAsync(params string[] events)
    {
        var webhook = await _partner.CreateAsync(_peer.Address, events);
        await _peer.TrustAsync(webhook.Text("secret"));
        return webhook;
    }

    private Task<Answer> TestAsync(Answer webhook) => _partner.SendAsync(HttpMethod.Post, $"/{webhook.Id}/test");

    private Task<Answer> GetAsync(Answer webhook) => _partner.SendAsync(HttpMethod.Get, $"/{webhook.Id}");
}
