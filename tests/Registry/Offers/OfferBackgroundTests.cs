using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>What stands behind an offer: its time, its evidence, who decided, and whom and what it chooses.</summary>
public sealed class OfferBackgroundTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("areas[0].evidence", "\"a\\u001bb\"", "areas[0].evidence", "control_characters")]
    [InlineData("areas[0].evidenceAddress", "\"http://example.org/plan\"", "areas[0].evidenceAddress", "invalid_address")]
    [InlineData("areas[0].evidenceAddress", "\"javascript:alert(1)\"", "areas[0].evidenceAddress", "invalid_address")]
    [InlineData("areas[0].evidenceAddress", "\"https://me:secret@example.org\"", "areas[0].evidenceAddress", "invalid_address")]
    [InlineData("availableFrom", "\"2021-12-31\"", "availableFrom", "out_of_range")]
    [InlineData("availableTo", "\"2199-01-01\"", "availableTo", "out_of_range")]
    [InlineData("availableTo", "\"tomorrow\"", "availableTo", "wrong_type")]
    [InlineData("wishes", "[\"4601\"]", "wishes[0]", "invalid_katottg")]
    [InlineData("wishes", "[\"UA63000000000041885\"]", "wishes[0]", "not_a_hromada")]
    [InlineData("wishes", "[\"UА63020010000012345\"]", "wishes[0]", "cyrillic_letters")]
    [InlineData("vetoes", "[\"UA63020010000000001\"]", "vetoes[0]", "unknown_municipality")]
    [InlineData("vetoes", "[null]", "vetoes[0]", "invalid_katottg")]
    [InlineData("learns", "[\"CIV\", \"NOPE\"]", "learns[1]", "unknown_area")]
    [InlineData("learns", "[\"CIV\", \"CIV\"]", "learns[1]", "stands_twice")]
    [InlineData("anchoring", "\"king\"", "anchoring", "wrong_type")]
    [InlineData("anchoring", "\"council_decision\"", "anchoredOn", "missing_field")]
    [InlineData("anchoredOn", "\"2026-01-15\"", "anchoredOn", "no_decision")]
    public async Task What_breaks_a_rule_is_refused_at_its_field(string path, string json, string field, string code)
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answer = await registry.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(municipality.Code).With(path, json));
        answer.MustBe(HttpStatusCode.BadRequest, code);
        Assert.Equal([(field, code)], answer.Faults);
    }

    [Fact]
    public async Task Faults_of_several_fields_are_told_at_once()
    {
        var hromada = (await registry.RegisterHromadaAsync()).Code;
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code)
            .With("availableFrom", "\"2026-12-01\"").With("availableTo", "\"2026-11-01\"")
            .With("wishes", $"[\"{hromada}\"]").With("vetoes", $"[\"{hromada}\"]")
            .With("learns", $"[{string.Join(',', Enumerable.Repeat("\"CIV\"", 21))}]")
            .With("anchoring", "\"executive_decision\"").With("anchoredOn", "\"2099-01-01\"");

        var answer = (await registry.SendAsync(HttpMethod.Post, "offers", body)).MustBe(HttpStatusCode.BadRequest, "invalid_fields");

        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("availableTo", "end_before_start"), ("vetoes[0]", "stands_twice"), ("learns", "too_many"), ("anchoredOn", "out_of_range"),
            },
            answer.Faults.ToHashSet());
    }

    [Fact]
    public async Task All_of_it_is_kept_told_to_matching_and_shown_to_staff_and_who_offers()
    {
        var (wish, veto) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        var code = (await registry.RegisterMunicipalityAsync()).Code;

        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", Full(code, wish.Code, veto.Code))).As<OfferView>();
        using var owner = await registry.PartnerAsync("registry.read", code);
        var shown = await GetAsync(owner, offer.Id);

        Assert.Equal(("Vi driver to vannverk.", "https://example.org/vann"), (shown.Areas[1].Evidence, shown.Areas[1].EvidenceAddress));
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2027, 6, 30)), (shown.AvailableFrom, shown.AvailableTo));
        Assert.Equal((PoliticalAnchoring.CouncilDecision, new DateOnly(2026, 6, 18)), (shown.Anchoring, shown.AnchoredOn));
        Assert.Equal(wish.Code, Assert.Single(shown.Wishes));
        Assert.Equal(veto.Code, Assert.Single(shown.Vetoes));
        Assert.Equal(["CIV", "DIG"], shown.Learns);
        Assert.Empty(shown.Masked);
        await registry.UntilOutboxIsEmptyAsync();
        var told = registry.Matching.Heard<OfferChanged>().Single(heard => heard.OfferId == offer.Id);
        Assert.Equal((shown.AvailableFrom, shown.AvailableTo), (told.AvailableFrom, told.AvailableTo));
        Assert.Equal(shown.Wishes, told.Wishes);
        Assert.Equal(shown.Vetoes, told.Vetoes);
        Assert.Equal(shown.Learns, told.Learns);
    }

    [Fact]
    public async Task Whom_it_chooses_is_kept_back_from_other_partners()
    {
        var (wish, veto) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", Full(code, wish.Code, veto.Code))).As<OfferView>();
        using var other = await registry.PartnerAsync("registry.read", wish.Code);

        var shown = await GetAsync(other, offer.Id);

        Assert.Empty(shown.Wishes.Concat(shown.Vetoes));
        Assert.Equal(["CIV", "DIG"], shown.Learns);
        Assert.Equal(["pauseReason", "wishes", "vetoes"], shown.Masked);
        Assert.Equal("Vi driver to vannverk.", shown.Areas[1].Evidence);
    }

    [Fact]
    public async Task Staffs_page_names_whom_it_chooses_and_another_readers_does_not()
    {
        var (wish, veto) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", Full(code, wish.Code, veto.Code))).As<OfferView>();
        var viewer = await registry.GrpcForAsync(channel => new RegistryOffers.RegistryOffersClient(channel), StaffRole.Viewer);
        var issuer = await TestIssuer.GetAsync();

        var detail = await viewer.GetOfferAsync(new GetOfferRequest { OfferId = $"{offer.Id}" });
        var other = await registry.Grpc(issuer.Partner(Guid.CreateVersion7(), "registry.read")).GetMunicipalityAsync(new GetMunicipalityRequest { Code = code });

        Assert.Equal([veto.Code], detail.Content.Vetoes);
        Assert.Contains(new NamedPlace { Code = veto.Code, Name = "Testivska" }, detail.Places);
        Assert.Equal(("council_decision", "2026-06-18"), (detail.Content.Anchoring, detail.Content.AnchoredOn));
        Assert.Equal(
            new AreaEvidence { AreaCode = "WAT", Text = "Vi driver to vannverk.", Address = "https://example.org/vann" },
            Assert.Single(detail.Content.Evidence));
        Assert.Equal((0, 0), (other.Offer.Wishes.Count, other.Offer.Vetoes.Count));
    }

    [Fact]
    public async Task Said_again_by_staffs_form_nothing_of_it_is_lost()
    {
        var (wish, veto) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", Full(code, wish.Code, veto.Code))).As<OfferView>();
        var ks = await registry.GrpcForAsync(channel => new RegistryOffers.RegistryOffersClient(channel), StaffRole.KsCoordinator);
        var read = await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{offer.Id}" });

        await ks.KeepOfferAsync(new KeepOfferRequest { OfferId = read.OfferId, Version = read.Version, MunicipalityCode = code, Content = read.Content });

        var kept = await GetAsync(registry.Http, offer.Id);
        Assert.Equal(2, kept.Version);
        Assert.Equivalent(offer with { Version = 2, ChangedAt = kept.ChangedAt, LastConfirmedAt = kept.LastConfirmedAt, ConfirmBy = kept.ConfirmBy }, kept, strict: true);
    }

    [Fact]
    public async Task A_revision_by_a_system_that_does_not_know_the_lists_leaves_them_and_an_empty_list_empties_one()
    {
        var (wish, veto) = (await registry.RegisterHromadaAsync(), await registry.RegisterHromadaAsync());
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", Full(code, wish.Code, veto.Code))).As<OfferView>();

        var older = (await registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(code), offer.Version)).As<OfferView>();
        var emptied = (await registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(code).With("vetoes", "[]"), older.Version)).As<OfferView>();

        Assert.Equal([wish.Code, veto.Code, .. offer.Learns], [.. older.Wishes, .. older.Vetoes, .. older.Learns]);
        Assert.Equal((wish.Code, 0), (emptied.Wishes.Single(), emptied.Vetoes.Count));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_even_at_once_makes_one_offer()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        var ks = await registry.GrpcForAsync(channel => new RegistryOffers.RegistryOffersClient(channel), StaffRole.KsCoordinator);
        var content = (await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{(await registry.SubmitOfferAsync()).Id}" })).Content;
        var request = new KeepOfferRequest { MunicipalityCode = code, Content = content, Draft = true, ChosenId = $"{Guid.CreateVersion7()}" };

        var at = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await ks.KeepOfferAsync(request)));

        Assert.All(at, offer => Assert.Equal(request.ChosenId, offer.OfferId));
        Assert.Equal(1, await registry.Database.ScalarAsync<long>($"select count(*) from offers where municipality_id = (select id from municipalities where code = '{code}')"));
    }

    internal static JsonObject Full(string municipality, string wish, string veto) => Bodies.Offer(municipality)
        .With("areas[0].evidence", "\" Vi driver to vannverk. \"").With("areas[0].evidenceAddress", "\"https://example.org/vann\"")
        .With("availableFrom", "\"2026-09-01\"").With("availableTo", "\"2027-06-30\"")
        .With("wishes", $"[\"{wish}\"]").With("vetoes", $"[\"{veto}\"]").With("learns", "[\"DIG\", \"CIV\"]")
        .With("anchoring", "\"council_decision\"").With("anchoredOn", "\"2026-06-18\"");

    internal static async Task<OfferView> GetAsync(HttpClient caller, Guid id) =>
        (await RegistryServer.SendAsync(caller, HttpMethod.Get, $"offers/{id}", null)).As<OfferView>();
}
