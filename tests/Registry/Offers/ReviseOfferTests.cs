using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class ReviseOfferTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_revision_replaces_all_of_the_offer_raises_the_version_and_is_told_and_audited()
    {
        var offer = await registry.SubmitOfferAsync();
        var body = Bodies.Offer(offer.Municipality)
            .With("areas", """[{ "area": "WAT", "level": 4, "modes": ["mentoring"] }, { "area": "FIR", "level": 2, "modes": ["training"] }]""")
            .With("personDays", "null").With("capacityBand", "\"large\"").With("text", "null");
        var answer = await ReviseAsync(offer, body, 1);
        Assert.Equal("\"2\"", answer.ETag);
        var revised = (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>();
        Assert.Equal([("FIR", 2), ("WAT", 4)], revised.Areas.Select(area => (area.Area, area.Level)));
        Assert.Equal((2, null, "large", null), (revised.Version, revised.PersonDays, Contracts.WireName.Of(revised.CapacityBand!.Value), revised.Text));

        await registry.UntilOutboxIsEmptyAsync();
        var told = registry.Matching.Heard<OfferChanged>().Last(heard => heard.OfferId == offer.Id);
        Assert.Equal((2, 2), (told.Version, told.Areas.Count));
        Assert.Equal(
            "60",
            await registry.Database.ScalarAsync<string>($"select before->>'personDays' from audit where action = 'offer.revise' and subject_id = '{offer.Id}'"));
    }

    [Fact]
    public async Task A_revision_needs_the_version_that_was_seen()
    {
        var offer = await registry.SubmitOfferAsync();
        var body = Bodies.Offer(offer.Municipality);
        (await ReviseAsync(offer, body, null)).MustBe((HttpStatusCode)428, "version_required");
        (await ReviseAsync(offer, body, 2)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal(HttpStatusCode.OK, (await ReviseAsync(offer, body, 1)).Status);
        (await ReviseAsync(offer, body, 1)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task Of_two_people_at_one_offer_the_second_hears_that_somebody_was_faster()
    {
        for (var round = 0; round < 5; round++)
        {
            var offer = await registry.SubmitOfferAsync();
            var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
                ReviseAsync(offer, Bodies.Offer(offer.Municipality).With("maxPartnerships", $"{i}").With("areas[0].level", $"{1 + (i % 4)}"), 1)));
            var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK).As<OfferView>();
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
                answer.MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch"));
            var stored = (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>();
            Assert.Equal((2, won.MaxPartnerships, won.Areas[1].Level), (stored.Version, stored.MaxPartnerships, stored.Areas[1].Level));
        }
    }

    [Fact]
    public async Task An_offer_stays_with_its_municipality()
    {
        var offer = await registry.SubmitOfferAsync();
        var other = await registry.RegisterMunicipalityAsync();
        (await ReviseAsync(offer, Bodies.Offer(other.Code), 1))
            .MustBe(HttpStatusCode.BadRequest, "municipality_fixed").MustName("municipality", "municipality_fixed");
    }

    [Fact]
    public async Task The_rules_hold_for_a_revision_too()
    {
        var offer = await registry.SubmitOfferAsync();
        (await ReviseAsync(offer, Bodies.Offer(offer.Municipality).With("maxPartnerships", "99"), 1))
            .MustBe(HttpStatusCode.BadRequest, "out_of_range").MustName("maxPartnerships", "out_of_range");
        Assert.Equal(1, (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>().Version);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_revised() =>
        (await registry.SendAsync(HttpMethod.Put, $"offers/{Guid.CreateVersion7()}", Bodies.Offer("0301"), 1))
            .MustBe(HttpStatusCode.NotFound, "offer_not_found");

    private Task<Answer> ReviseAsync(OfferView offer, JsonNode body, long? ifMatch) =>
        registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", body, ifMatch);
}
