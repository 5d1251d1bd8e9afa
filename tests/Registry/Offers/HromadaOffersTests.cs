using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>What others can learn from a hromada: the same life, told to others in general, and in or near the war not at all.</summary>
public sealed class HromadaOffersTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();
    private HttpClient _auc = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _auc = _server.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.AucCoordinator));
    }

    public ValueTask DisposeAsync()
    {
        _auc.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task AUC_writes_what_a_hromada_offers_and_KS_does_not_nor_AUC_what_a_supplier_offers()
    {
        var hromada = (await _server.RegisterHromadaAsync()).Code;
        var supplier = await _server.SubmitOfferAsync();

        (await SendAsync(_server.Http, HttpMethod.Post, "offers", Bodies.Offer(hromada))).MustBe(HttpStatusCode.Forbidden, "own_side_only");
        (await SendAsync(_auc, HttpMethod.Post, $"offers/{supplier.Id}/withdraw", null, supplier.Version)).MustBe(HttpStatusCode.Forbidden, "own_side_only");
        var offer = (await SendAsync(_auc, HttpMethod.Post, "offers", Bodies.Offer(hromada))).As<OfferView>();
        (await SendAsync(_server.Http, HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(hromada), offer.Version)).MustBe(HttpStatusCode.Forbidden, "own_side_only");

        await _server.UntilOutboxIsEmptyAsync();
        Assert.True(_server.Matching.Heard<OfferChanged>().Single(told => told.OfferId == offer.Id).Available);
    }

    [Fact]
    public async Task A_hromadas_draft_is_handed_in_and_confirmed_by_AUC()
    {
        var hromada = (await _server.RegisterHromadaAsync()).Code;
        using var partner = await _server.PartnerAsync("registry.read offers.write", hromada);
        var draft = (await SendAsync(partner, HttpMethod.Post, "offers", Bodies.Offer(hromada).With("draft", "true"))).As<OfferView>();

        var handedIn = (await SendAsync(partner, HttpMethod.Post, $"offers/{draft.Id}/hand-in", null, draft.Version)).As<OfferView>();
        (await SendAsync(partner, HttpMethod.Post, $"offers/{draft.Id}/confirm", null, handedIn.Version)).MustBe(HttpStatusCode.Forbidden, "confirmed_by_ks");
        var confirmed = (await SendAsync(_auc, HttpMethod.Post, $"offers/{draft.Id}/confirm", null, handedIn.Version)).As<OfferView>();

        Assert.Equal(OfferStatus.Available, confirmed.Status);
    }

    [Fact]
    public async Task It_chooses_nobody()
    {
        var hromada = (await _server.RegisterHromadaAsync()).Code;
        var answer = await SendAsync(_auc, HttpMethod.Post, "offers", OfferBackgroundTests.Full(hromada, hromada, (await _server.RegisterHromadaAsync()).Code));

        answer.MustBe(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal(["wishes", "vetoes", "learns"], answer.Faults.Where(fault => fault.Code == "only_for_suppliers").Select(fault => fault.Field));
    }

    [Fact]
    public async Task Others_are_told_area_and_level_alone()
    {
        var hromada = (await _server.RegisterHromadaAsync()).Code;
        var offer = (await SendAsync(_auc, HttpMethod.Post, "offers", Bodies.Offer(hromada).With("areas[0].evidence", "\"Вісім людей\"").With("availableFrom", "\"2026-06-01\""))).As<OfferView>();
        using var other = await _server.PartnerAsync("registry.read", "4999");
        using var owner = await _server.PartnerAsync("registry.read", hromada);

        var answer = await SendAsync(other, HttpMethod.Get, $"offers/{offer.Id}");

        var shown = answer.As<OfferView>();
        Assert.Equal([("HEA-D", 1, 0), ("WAT", 3, 0)], shown.Areas.Select(area => (area.Area, area.Level, area.Modes.Count)));
        Assert.Equal((null, null, null, null), (shown.PersonDays, shown.MaxPartnerships, shown.Travel, shown.Text));
        foreach (var kept in new[] { "Вісім", "Vi kan hjelpe", "training", "ukraine_west" })
            Assert.DoesNotContain(kept, answer.Body, StringComparison.Ordinal);
        Assert.Contains("personDays", shown.Masked);
        Assert.Equal((null, null), (shown.AvailableFrom, shown.AvailableTo));
        Assert.Equal(60, OfferOf(await SendAsync(owner, HttpMethod.Get, $"offers/{offer.Id}")).PersonDays);
        Assert.Equal(60, OfferOf(await _server.GetAsync($"offers/{offer.Id}")).PersonDays);
    }

    [Theory]
    [InlineData("possible_hostilities", "outside_war_zone")]
    [InlineData("none", "war_zone")]
    public async Task In_or_near_the_war_it_does_not_exist_for_others(string status, string category)
    {
        var hromada = (await _server.RegisterHromadaAsync(status, category)).Code;
        var offer = (await SendAsync(_auc, HttpMethod.Post, "offers", Bodies.Offer(hromada))).As<OfferView>();
        using var other = await _server.PartnerAsync("registry.read", "4999");
        using var owner = await _server.PartnerAsync("registry.read", hromada);

        (await SendAsync(other, HttpMethod.Get, $"offers/{offer.Id}")).MustBe(HttpStatusCode.NotFound, "offer_not_found");
        foreach (var query in new[] { "", $"?municipality={hromada}", "?area=WAT", "?status=available" })
            Assert.DoesNotContain((await SendAsync(other, HttpMethod.Get, $"offers{query}")).As<Page<OfferView>>().Items, one => one.Id == offer.Id);
        foreach (var path in new[] { $"municipalities?q={hromada}&area=WAT", $"municipalities?q={hromada}&minLevel=3", $"municipalities/export?q={hromada}&area=WAT&lang=en" })
        {
            Assert.DoesNotContain(hromada, (await SendAsync(other, HttpMethod.Get, path)).Body, StringComparison.Ordinal);
            Assert.Contains(hromada, (await SendAsync(owner, HttpMethod.Get, path)).Body, StringComparison.Ordinal);
        }
        Assert.Equal(offer.Id, OfferOf(await SendAsync(owner, HttpMethod.Get, $"offers/{offer.Id}")).Id);
        var issuer = await TestIssuer.GetAsync();
        var ofOther = await _server.Grpc(issuer.Partner(Guid.CreateVersion7(), "registry.read")).GetMunicipalityAsync(new GetMunicipalityRequest { Code = hromada });
        Assert.Null(ofOther.Offer);
    }

    [Theory]
    [InlineData("occupied", true)]
    [InlineData("active_hostilities", true)]
    [InlineData("possible_hostilities", false)]
    public async Task Where_fighting_goes_on_a_person_decides_how_to_ask(string status, bool byPerson)
    {
        var hromada = (await _server.RegisterHromadaAsync(status, "war_zone")).Code;
        (await SendAsync(_auc, HttpMethod.Post, "offers", Bodies.Offer(hromada))).As<OfferView>();
        await _server.Database.ScalarAsync<int>("update offers set last_confirmed_at = now() - interval '1 year'");

        await _server.InsideAsync(services => services.GetRequiredService<OfferYear>().LookAsync(CancellationToken.None));

        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal(byPerson, Assert.Single(_server.Notification.Heard<OfferConfirmationDue>()).ByPerson);
    }

    [Fact]
    public async Task Nothing_of_it_expires_by_silence_and_AUC_is_told_that_it_was_asked()
    {
        var hromada = (await _server.RegisterHromadaAsync()).Code;
        var offer = (await SendAsync(_auc, HttpMethod.Post, "offers", Bodies.Offer(hromada))).As<OfferView>();
        await _server.Database.ScalarAsync<int>("update offers set last_confirmed_at = now() - interval '2 years'");

        Assert.Equal(0, await _server.InsideAsync(services => services.GetRequiredService<OfferYear>().LookAsync(CancellationToken.None)));

        await _server.UntilOutboxIsEmptyAsync();
        var told = Assert.Single(_server.Notification.Heard<OfferConfirmationDue>());
        Assert.Equal((offer.Id, Country.Ua, ConfirmationMoment.DayCame), (told.OfferId, told.Country, told.Moment));
        Assert.Equal(OfferStatus.Available, OfferOf(await _server.GetAsync($"offers/{offer.Id}")).Status);
    }

    private static OfferView OfferOf(Answer answer) => answer.As<OfferView>();

    private static Task<Answer> SendAsync(HttpClient caller, HttpMethod method, string path, JsonObject? body = null, long? seen = null) => RegistryServer.SendAsync(
        caller, method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), seen);
}
