using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>The life of an offer: written, handed in, confirmed, resting, expired.</summary>
public sealed class ChangeOfferTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_partners_draft_is_handed_in_by_the_partner_and_confirmed_by_KS_alone()
    {
        var code = (await _server.RegisterMunicipalityAsync()).Code;
        using var partner = await _server.PartnerAsync("registry.read offers.write", code);
        var draft = (await SendAsync(partner, HttpMethod.Post, "offers", Bodies.Offer(code).With("draft", "true"))).As<OfferView>();

        Assert.Equal(OfferStatus.Draft, draft.Status);
        Assert.Equal((HttpStatusCode.Conflict, "offer_is_a_draft"), await RefusedAsync(_server.Http, draft, "confirm"));
        var handedIn = await StepAsync(partner, draft, "hand-in");
        Assert.Equal(OfferStatus.Submitted, handedIn.Status);
        Assert.Equal((HttpStatusCode.Conflict, "offer_not_a_draft"), await RefusedAsync(partner, handedIn, "hand-in"));
        Assert.Equal((HttpStatusCode.Forbidden, "confirmed_by_ks"), await RefusedAsync(partner, handedIn, "confirm"));
        Assert.Equal(OfferStatus.Available, (await StepAsync(_server.Http, handedIn, "confirm")).Status);

        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal([false, false, true], _server.Matching.Heard<OfferChanged>().OrderBy(told => told.Version).Select(told => told.Available));
    }

    [Fact]
    public async Task Drafts_and_what_was_handed_in_are_seen_by_the_writer_and_by_staff_alone()
    {
        var code = (await _server.RegisterMunicipalityAsync()).Code;
        var draft = (await _server.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(code).With("draft", "true"))).As<OfferView>();
        using var owner = await _server.PartnerAsync("registry.read", code);
        using var other = await _server.PartnerAsync("registry.read", "4999");

        Assert.Equal(draft.Id, (await SendAsync(owner, HttpMethod.Get, $"offers/{draft.Id}")).As<OfferView>().Id);
        Assert.Single((await SendAsync(owner, HttpMethod.Get, "offers?status=draft")).As<Page<OfferView>>().Items);
        (await SendAsync(other, HttpMethod.Get, $"offers/{draft.Id}")).MustBe(HttpStatusCode.NotFound, "offer_not_found");
        Assert.Empty((await SendAsync(other, HttpMethod.Get, "offers")).As<Page<OfferView>>().Items);
    }

    [Fact]
    public async Task An_offer_rests_and_comes_back_unless_another_has_taken_its_place()
    {
        var offer = await _server.SubmitOfferAsync();
        var resting = (await _server.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/pause", new JsonObject { ["reason"] = "Ferie" }, offer.Version)).As<OfferView>();

        Assert.Equal((OfferStatus.Paused, "Ferie"), (resting.Status, resting.PauseReason));
        Assert.Equal((HttpStatusCode.Conflict, "offer_not_available"), await RefusedAsync(_server.Http, resting, "pause"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "version_mismatch"), await RefusedAsync(_server.Http, offer, "resume"));
        var back = await StepAsync(_server.Http, resting, "resume");
        Assert.Equal((OfferStatus.Available, null), (back.Status, back.PauseReason));

        var again = await StepAsync(_server.Http, back, "pause");
        var second = await _server.SubmitOfferAsync(offer.Municipality);
        Assert.Equal((HttpStatusCode.Conflict, "offer_exists"), await RefusedAsync(_server.Http, again, "resume"));
        await _server.WithdrawOfferAsync(second);
        Assert.Equal(OfferStatus.Available, (await StepAsync(_server.Http, again, "resume")).Status);
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal([true, false, true, false, true], _server.Matching.Heard<OfferChanged>().Where(told => told.OfferId == offer.Id).OrderBy(told => told.Version).Select(told => told.Available));
    }

    [Fact]
    public async Task Who_does_not_confirm_for_a_year_is_called_and_expires_six_weeks_later_and_a_confirmation_brings_it_back()
    {
        var (fresh, due, late) = (await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync());
        await _server.Database.ScalarAsync<int>($"update offers set last_confirmed_at = now() - interval '1 year 41 days' where id = '{due.Id}'");
        await _server.Database.ScalarAsync<int>($"update offers set last_confirmed_at = now() - interval '1 year 43 days' where id = '{late.Id}'");

        Assert.Equal([due.Id, late.Id], await DueAsync());
        Assert.Equal(1, await ExpireAsync());
        Assert.Equal(0, await ExpireAsync());

        Assert.Equal([due.Id], await DueAsync());
        var expired = (await _server.GetAsync($"offers/{late.Id}")).As<OfferView>();
        Assert.Equal(OfferStatus.Expired, expired.Status);
        var confirmed = await StepAsync(_server.Http, expired, "confirm");
        Assert.Equal((OfferStatus.Available, true), (confirmed.Status, confirmed.ConfirmBy > expired.ConfirmBy.AddYears(1)));
        Assert.Equal(OfferStatus.Available, (await _server.GetAsync($"offers/{fresh.Id}")).As<OfferView>().Status);
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal([true, false, true], _server.Matching.Heard<OfferChanged>().Where(told => told.OfferId == late.Id).OrderBy(told => told.Version).Select(told => told.Available));
        Assert.Equal(1, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'offer.expire' and who = 'service:registry'"));
    }

    [Fact]
    public async Task What_was_withdrawn_takes_no_step()
    {
        var withdrawn = await _server.WithdrawOfferAsync(await _server.SubmitOfferAsync());

        foreach (var step in new[] { "hand-in", "confirm", "pause", "resume" })
            Assert.Equal((HttpStatusCode.Conflict, "offer_withdrawn"), await RefusedAsync(_server.Http, withdrawn, step));
    }

    [Fact]
    public async Task Another_organisations_offer_takes_no_step_either()
    {
        var offer = await _server.SubmitOfferAsync();
        using var other = await _server.PartnerAsync("offers.write", "4999");

        foreach (var step in new[] { "hand-in", "confirm", "pause", "resume" })
            Assert.Equal((HttpStatusCode.NotFound, "offer_not_found"), await RefusedAsync(other, offer, step));
    }

    private async Task<IReadOnlyList<Guid>> DueAsync() =>
        [.. (await _server.GetAsync("offers?confirmationDue=true")).As<Page<OfferView>>().Items.Select(offer => offer.Id)];

    private Task<int> ExpireAsync() => _server.InsideAsync(services => services.GetRequiredService<OfferYear>().LookAsync(CancellationToken.None));

    private static async Task<OfferView> StepAsync(HttpClient caller, OfferView offer, string step) =>
        (await RegistryServer.SendAsync(caller, HttpMethod.Post, $"offers/{offer.Id}/{step}", null, offer.Version)).As<OfferView>();

    private static async Task<(HttpStatusCode, string?)> RefusedAsync(HttpClient caller, OfferView offer, string step)
    {
        var answer = await RegistryServer.SendAsync(caller, HttpMethod.Post, $"offers/{offer.Id}/{step}", null, offer.Version);
        return (answer.Status, (string?)answer.Json["code"]);
    }

    private static Task<Answer> SendAsync(HttpClient caller, HttpMethod method, string path, JsonObject? body = null) => RegistryServer.SendAsync(
        caller, method, path, body is null ? null : new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
}
