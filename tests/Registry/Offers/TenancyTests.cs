using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>A partner offers, and speaks of its interest, for the municipalities that its organisation acts for, and for no other.</summary>
public sealed class TenancyTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_partner_submits_revises_and_withdraws_for_its_own_municipality()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.OffersWrite, own);

        var offer = (await SendAsync(partner, HttpMethod.Post, "offers", Bodies.Offer(own))).As<OfferView>();
        (await SendAsync(partner, HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(own).With("maxPartnerships", "3"), 1)).As<OfferView>();

        (await SendAsync(partner, HttpMethod.Post, $"offers/{offer.Id}/withdraw", seen: 2)).As<OfferView>();
    }

    [Fact]
    public async Task For_another_municipality_the_answer_is_that_of_an_unknown_one()
    {
        var other = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.OffersWrite, (await registry.RegisterMunicipalityAsync()).Code);

        foreach (var (path, body) in new[] { ("offers", Bodies.Offer(other)), ("expressions-of-interest", Bodies.ExpressionOfInterest(other)) })
        {
            var answer = await SendAsync(partner, HttpMethod.Post, path, body);
            var unknown = await SendAsync(partner, HttpMethod.Post, path, body.With("municipality", "\"9999\""));

            answer.MustBe(HttpStatusCode.BadRequest, "unknown_municipality").MustName("municipality", "unknown_municipality");
            Assert.Equal((string?)unknown.Json["detail"], (string?)answer.Json["detail"]);
        }
    }

    [Fact]
    public async Task Anothers_offer_is_not_found_whatever_is_wanted_of_it()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.OffersWrite, own);
        var offer = await registry.SubmitOfferAsync();

        foreach (var seen in new long?[] { 1, 7, null })
        {
            (await SendAsync(partner, HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(own), seen)).MustBe(HttpStatusCode.NotFound, "offer_not_found");
            (await SendAsync(partner, HttpMethod.Post, $"offers/{offer.Id}/withdraw", seen: seen)).MustBe(HttpStatusCode.NotFound, "offer_not_found");
        }

        Assert.Equal(1, (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>().Version);
    }

    [Fact]
    public async Task Anothers_expression_of_interest_is_unknown()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.OffersWrite, own);
        var others = await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code);

        (await SendAsync(partner, HttpMethod.Post, "offers", Bodies.Offer(own).With("expressionOfInterestId", $"\"{others.Id}\"")))
            .MustBe(HttpStatusCode.BadRequest, "unknown_expression_of_interest");
        (await SendAsync(partner, HttpMethod.Post, "expressions-of-interest", Bodies.ExpressionOfInterest(own))).As<object>();
    }

    [Fact]
    public async Task What_a_partner_may_not_do_at_all_is_forbidden()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        using var writer = await registry.PartnerAsync(AccessPolicies.OffersWrite, own);
        using var reader = await registry.PartnerAsync(AccessPolicies.RegistryRead, own);

        (await SendAsync(reader, HttpMethod.Post, "offers", Bodies.Offer(own))).MustBe(HttpStatusCode.Forbidden, "forbidden");
        (await SendAsync(writer, HttpMethod.Get, "offers")).MustBe(HttpStatusCode.Forbidden, "forbidden");
        (await SendAsync(reader, HttpMethod.Get, "expressions-of-interest")).MustBe(HttpStatusCode.Forbidden, "forbidden");
        (await SendAsync(reader, HttpMethod.Put, $"municipalities/{own}", Bodies.Municipality(own), 1)).MustBe(HttpStatusCode.Forbidden, "forbidden");
        using var nobody = registry.HttpFor(null);
        (await SendAsync(nobody, HttpMethod.Get, "municipalities")).MustBe(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Identity_says_for_whom_an_organisation_acts_and_a_closed_one_acts_for_nobody()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        var organisation = Guid.CreateVersion7();
        using var partner = registry.HttpFor((await TestIssuer.GetAsync()).Partner(organisation, AccessPolicies.OffersWrite));
        async Task<HttpStatusCode> ExpressAsync() =>
            (await SendAsync(partner, HttpMethod.Post, "expressions-of-interest", Bodies.ExpressionOfInterest(own))).Status;

        Assert.Equal(HttpStatusCode.BadRequest, await ExpressAsync());
        await HearAsync(new OrganisationChanged(organisation, 1, "Partner", [own], Active: true));
        Assert.Equal(HttpStatusCode.Created, await ExpressAsync());
        await HearAsync(new OrganisationChanged(organisation, 2, "Partner", [own], Active: false));
        await HearAsync(new OrganisationChanged(organisation, 1, "Partner", [own], Active: true));
        Assert.Equal(HttpStatusCode.BadRequest, await ExpressAsync());
    }

    [Fact]
    public async Task The_audit_names_the_client()
    {
        var own = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(AccessPolicies.OffersWrite, own);

        var offer = (await SendAsync(partner, HttpMethod.Post, "offers", Bodies.Offer(own))).As<OfferView>();

        Assert.StartsWith(
            "client:client-of-",
            await registry.Database.ScalarAsync<string>($"select who from audit where subject_id = '{offer.Id}'"),
            StringComparison.Ordinal);
    }

    private Task HearAsync(OrganisationChanged organisation) => registry.HearAsync(OrganisationChanged.MessageName, organisation);

    private static Task<Answer> SendAsync(HttpClient caller, HttpMethod method, string path, JsonObject? body = null, long? seen = null) =>
        RegistryServer.SendAsync(
            caller, method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), seen);
}
