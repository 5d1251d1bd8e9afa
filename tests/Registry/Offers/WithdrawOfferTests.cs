using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class WithdrawOfferTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_withdrawn_offer_is_told_as_unavailable_and_audited()
    {
        var offer = await registry.SubmitOfferAsync();
        var body = new JsonObject { ["reason"] = "Ingen kapasitet i år." };
        var withdrawn = (await registry.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/withdraw", body, 1)).As<OfferView>();
        Assert.Equal((OfferStatus.Withdrawn, 2), (withdrawn.Status, withdrawn.Version));
        await registry.UntilOutboxIsEmptyAsync();
        var told = registry.Matching.Heard<OfferChanged>().Last(heard => heard.OfferId == offer.Id);
        Assert.Equal((2, false), (told.Version, told.Available));
        Assert.Equal(1, await registry.Database.ScalarAsync<long>($"select count(*) from audit where action = 'offer.withdraw' and subject_id = '{offer.Id}'"));
        Assert.Equal("Ingen kapasitet i år.", await registry.Database.ScalarAsync<string>($"select withdrawal_reason from offers where id = '{offer.Id}'"));
    }

    [Fact]
    public async Task An_empty_reason_is_none()
    {
        var offer = await registry.SubmitOfferAsync();
        await registry.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/withdraw", new JsonObject { ["reason"] = " \n" }, 1);
        Assert.Equal(1, await registry.Database.ScalarAsync<long>(
            $"select count(*) from offers where id = '{offer.Id}' and status = 'withdrawn' and withdrawal_reason is null"));
    }

    [Fact]
    public async Task It_can_be_withdrawn_once_and_then_not_revised()
    {
        var offer = await registry.WithdrawOfferAsync(await registry.SubmitOfferAsync());
        (await registry.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/withdraw", (JsonNode?)null, 2)).MustBe(HttpStatusCode.Conflict, "offer_withdrawn");
        (await registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(offer.Municipality), 2)).MustBe(HttpStatusCode.Conflict, "offer_withdrawn");
    }

    [Fact]
    public async Task It_needs_the_version_that_was_seen_and_a_reason_of_some_length()
    {
        var offer = await registry.SubmitOfferAsync();
        var path = $"offers/{offer.Id}/withdraw";
        (await registry.SendAsync(HttpMethod.Post, path, (JsonNode?)null)).MustBe((HttpStatusCode)428, "version_required");
        (await registry.SendAsync(HttpMethod.Post, path, (JsonNode?)null, 7)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await registry.SendAsync(HttpMethod.Post, path, new JsonObject { ["reason"] = new string('x', 4001) }, 1))
            .MustBe(HttpStatusCode.BadRequest, "too_long").MustName("reason", "too_long");
        (await registry.SendAsync(HttpMethod.Post, $"offers/{Guid.CreateVersion7()}/withdraw", (JsonNode?)null, 1)).MustBe(HttpStatusCode.NotFound, "offer_not_found");
    }
}
