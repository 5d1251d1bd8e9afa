using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>What staff's pages ask of offers over gRPC.</summary>
public sealed class StaffOffersTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task An_offer_that_is_read_and_said_again_over_grpc_is_the_same_by_REST()
    {
        var offer = await registry.SubmitOfferAsync();
        var ks = await KsAsync();
        var read = await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{offer.Id}" });

        var kept = await ks.KeepOfferAsync(new KeepOfferRequest { OfferId = read.OfferId, Version = read.Version, MunicipalityCode = read.MunicipalityCode, Content = read.Content });

        Assert.Equal((2, "available", read.Content), (kept.Version, kept.Status, kept.Content));
        Assert.Equal(["revise", "confirm", "pause", "withdraw"], kept.Steps);
        var view = (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>();
        Assert.Equal((offer.PersonDays, offer.Travel, offer.Text), (view.PersonDays, view.Travel, view.Text));
        Assert.Equal(offer.Areas.Select(area => (area.Area, area.Level, area.PersonDays)), view.Areas.Select(area => (area.Area, area.Level, area.PersonDays)));
    }

    [Fact]
    public async Task Of_two_who_revise_it_the_second_is_told_and_no_word_of_the_first_is_lost()
    {
        var offer = await registry.SubmitOfferAsync();
        var ks = await KsAsync();
        var seen = await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{offer.Id}" });
        var (first, second) = (Revision(seen), Revision(seen));
        (first.Content.PersonDays, second.Content.PersonDays) = (70, 80);
        await ks.KeepOfferAsync(first);

        var late = await Assert.ThrowsAsync<RpcException>(async () => await ks.KeepOfferAsync(second));
        Assert.Equal("version_mismatch", late.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        second.Version = (await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{offer.Id}" })) is { Content.PersonDays: 70 } now ? now.Version : 0;
        Assert.Equal((3, 80), (await ks.KeepOfferAsync(second)) is var kept ? (kept.Version, kept.Content.PersonDays) : default);
    }

    [Fact]
    public async Task An_interest_becomes_a_draft_with_its_text_beside_and_goes_through_its_steps()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var interest = await registry.ExpressInterestAsync(municipality.Code);
        var ks = await KsAsync();
        var content = (await ks.GetOfferAsync(new GetOfferRequest { OfferId = $"{(await registry.SubmitOfferAsync()).Id}" })).Content;
        content.ExpressionOfInterestId = $"{interest.Id}";
        var offer = await ks.KeepOfferAsync(new KeepOfferRequest { MunicipalityCode = municipality.Code, Content = content, Draft = true });

        Assert.Equal(("draft", "Vi vil gjerne hjelpe med vann.", "received"), (offer.Status, offer.Interest.Text, offer.Interest.Status));
        foreach (var (step, reason, status) in new[] { ("hand_in", "", "submitted"), ("confirm", "", "available"), ("pause", "Budget", "paused"), ("resume", "", "available"), ("withdraw", "Nei", "withdrawn") })
        {
            offer = await ks.TakeOfferStepAsync(new TakeOfferStepRequest { OfferId = offer.OfferId, Version = offer.Version, Step = step, Reason = reason });
            Assert.Equal((status, status == "paused" ? "Budget" : ""), (offer.Status, offer.PauseReason));
        }

        Assert.Empty(offer.Steps);
        Assert.Equal("structured", offer.Interest.Status);
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_counted_and_what_is_due_is_found()
    {
        foreach (var name in new[] { "Ås i test", "Ærø i test", "Alta i test" })
            await registry.SubmitOfferAsync((await registry.RegisterMunicipalityAsync(name)).Code);
        var due = await registry.SubmitOfferAsync();
        await registry.Database.ScalarAsync<Guid>($"update offers set last_confirmed_at = now() - interval '360 days' where id = '{due.Id}' returning id");
        var viewer = await registry.GrpcForAsync(channel => new RegistryOffers.RegistryOffersClient(channel), StaffRole.Viewer);

        var norwegian = await viewer.FindOffersAsync(new FindOffersRequest { PageSize = 100 }, new Metadata { { "accept-language", "nb" } });
        var found = await viewer.FindOffersAsync(new FindOffersRequest { ConfirmationDue = true, Status = "available", AreaCode = "WAT", Sort = "confirm_by" });
        var firstPage = await viewer.FindOffersAsync(new FindOffersRequest { PageSize = 20, MunicipalityCode = due.Municipality });

        Assert.Equal(["Alta i test", "Ærø i test", "Ås i test"], norwegian.Offers.Select(offer => offer.MunicipalityNames.Nb).Where(name => name.EndsWith("i test", StringComparison.Ordinal)));
        Assert.Equal(norwegian.Offers.Count, norwegian.Total);
        Assert.Equal(($"{due.Id}", true), Assert.Single(found.Offers) is var one ? (one.OfferId, one.ConfirmationDue) : default);
        Assert.Equal(1, firstPage.Total);
        Assert.All(norwegian.Offers, offer => Assert.Empty(offer.Steps));
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_at_its_field()
    {
        var ks = await KsAsync();
        var content = new OfferContent { Terms = { "eternal" }, Travel = "mars", Areas = { new OfferedArea { AreaCode = "WAT", Level = 1, Modes = { "magic" } } }, CapacityBand = "huge", ExpressionOfInterestId = "1" };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ks.KeepOfferAsync(new KeepOfferRequest { MunicipalityCode = "3301", Content = content }));

        var fields = refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field);
        Assert.Equal(["areas[0].modes", "terms", "travel", "capacityBand", "expressionOfInterestId"], fields);
        Assert.Equal(HttpStatusCode.OK, (await registry.GetAsync("offers")).Status);
    }

    private static KeepOfferRequest Revision(OfferDetail seen) =>
        new() { OfferId = seen.OfferId, Version = seen.Version, MunicipalityCode = seen.MunicipalityCode, Content = seen.Content.Clone() };

    private Task<RegistryOffers.RegistryOffersClient> KsAsync() =>
        registry.GrpcForAsync(channel => new RegistryOffers.RegistryOffersClient(channel), StaffRole.KsCoordinator);
}
