using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>Who sees an offer, and who of several gets it.</summary>
public sealed class OneAvailableTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_draft_that_was_withdrawn_is_never_shown_to_others_and_what_was_available_once_still_is()
    {
        var (hidden, shown) = (await DraftAsync(), await registry.SubmitOfferAsync());
        await registry.WithdrawOfferAsync(hidden);
        await registry.WithdrawOfferAsync(shown);
        using var owner = await registry.PartnerAsync("registry.read", hidden.Municipality);
        using var other = await registry.PartnerAsync("registry.read", "4999");

        Assert.Equal(OfferStatus.Withdrawn, (await GetAsync(owner, $"offers/{hidden.Id}")).As<OfferView>().Status);
        (await GetAsync(other, $"offers/{hidden.Id}")).MustBe(HttpStatusCode.NotFound, "offer_not_found");
        Assert.Equal(OfferStatus.Withdrawn, (await GetAsync(other, $"offers/{shown.Id}")).As<OfferView>().Status);
        foreach (var filter in new[] { "", "&status=withdrawn" })
        {
            Assert.Empty((await GetAsync(other, $"offers?municipality={hidden.Municipality}{filter}")).As<Page<OfferView>>().Items);
            Assert.Single((await GetAsync(other, $"offers?municipality={shown.Municipality}{filter}")).As<Page<OfferView>>().Items);
        }
    }

    [Fact]
    public async Task Of_many_who_confirm_at_once_all_but_one_hear_that_somebody_was_faster()
    {
        for (var round = 0; round < 5; round++)
        {
            var draft = await DraftAsync();
            var handedIn = (await StepAsync(draft, "hand-in")).As<OfferView>();

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StepAsync(handedIn, "confirm")));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch"));
        }
    }

    [Fact]
    public async Task Why_an_offer_rests_is_told_to_staff_and_to_who_offers_alone()
    {
        var offer = await registry.SubmitOfferAsync();
        var resting = (await registry.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/pause", new JsonObject { ["reason"] = "Sykdom" }, offer.Version)).As<OfferView>();
        using var owner = await registry.PartnerAsync("registry.read", offer.Municipality);
        using var other = await registry.PartnerAsync("registry.read", "4999");

        foreach (var (reader, reason) in new[] { (registry.Http, "Sykdom"), (owner, "Sykdom"), (other, null) })
        {
            Assert.Equal(reason, (await GetAsync(reader, $"offers/{offer.Id}")).As<OfferView>().PauseReason);
            Assert.Equal(reason, Assert.Single((await GetAsync(reader, $"offers?municipality={offer.Municipality}")).As<Page<OfferView>>().Items).PauseReason);
        }

        Assert.Null((await registry.WithdrawOfferAsync(resting)).PauseReason);
    }

    private async Task<OfferView> DraftAsync()
    {
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code).With("draft", "true");
        return (await registry.SendAsync(HttpMethod.Post, "offers", body)).As<OfferView>();
    }

    private Task<Answer> StepAsync(OfferView offer, string step) => registry.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/{step}", (JsonNode?)null, offer.Version);

    private static Task<Answer> GetAsync(HttpClient reader, string path) => RegistryServer.SendAsync(reader, HttpMethod.Get, path, null);
}
