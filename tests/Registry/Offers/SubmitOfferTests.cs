using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Offers;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class SubmitOfferTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task An_offer_is_stored_read_told_and_audited()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answer = await registry.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(municipality.Code));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("\"1\"", answer.ETag);
        var offer = answer.As<OfferView>();
        Assert.Equal($"/api/v1/offers/{offer.Id}", answer.Message.Headers.Location?.OriginalString);
        Assert.Equal(["HEA-D", "WAT"], offer.Areas.Select(area => area.Area));
        Assert.Equal([Mode.AdviceRemote, Mode.Training], offer.Areas[1].Modes);
        Assert.Equal("Vi kan hjelpe.\nGjerne snart.", offer.Text?.Nb);
        var read = (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>();
        Assert.Equal((60, 2, Travel.UkraineWest, OfferStatus.Available), (read.PersonDays, read.MaxPartnerships, read.Travel, read.Status));
        Assert.Equal(offer.Areas.Select(area => (area.Area, area.Level, area.PersonDays)), read.Areas.Select(area => (area.Area, area.Level, area.PersonDays)));

        await registry.UntilOutboxIsEmptyAsync();
        var told = Assert.Single(registry.Matching.Heard<OfferChanged>(), heard => heard.OfferId == offer.Id);
        Assert.Equal((1, municipality.Id, true, 60), (told.Version, told.MunicipalityId, told.Available, told.PersonDays));
        Assert.Empty(registry.NeedsIntake.Heard<OfferChanged>());
        Assert.Equal("offer.submit", await registry.Database.ScalarAsync<string>($"select action from audit where subject_id = '{offer.Id}'"));
    }

    [Fact]
    public async Task A_thin_offer_with_nothing_said_of_capacity_or_text_is_taken()
    {
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code)
            .With("personDays", "null").With("text", "(nothing)").With("areas[0].personDays", "(nothing)");
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", body)).As<OfferView>();
        Assert.Equal((null, null, null), (offer.PersonDays, offer.CapacityBand, offer.Text));
    }

    [Fact]
    public async Task A_second_offer_is_refused_with_the_first_ones_id_until_that_was_withdrawn()
    {
        var first = await registry.SubmitOfferAsync();
        var second = (await registry.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(first.Municipality)))
            .MustBe(HttpStatusCode.Conflict, "offer_exists");
        second.MustName("municipality", "offer_exists");
        Assert.Contains(first.Id.ToString(), second.Body, StringComparison.Ordinal);
        await registry.WithdrawOfferAsync(first);
        Assert.NotEqual(first.Id, (await registry.SubmitOfferAsync(first.Municipality)).Id);
    }

    [Fact]
    public async Task Of_many_offers_at_once_one_is_taken_and_the_others_name_it()
    {
        var municipality = await registry.RegisterMunicipalityAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            registry.SendAsync(HttpMethod.Post, "offers", Bodies.Offer(municipality.Code))));
        var taken = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created).As<OfferView>();
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer =>
            Assert.Contains(taken.Id.ToString(), answer.MustBe(HttpStatusCode.Conflict, "offer_exists").Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expression_of_interest_becomes_structured()
    {
        var expression = await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code);
        var body = Bodies.Offer(expression.Municipality).With("expressionOfInterestId", $"\"{expression.Id}\"");
        var offer = (await registry.SendAsync(HttpMethod.Post, "offers", body)).As<OfferView>();
        Assert.Equal(expression.Id, offer.ExpressionOfInterestId);
        var after = (await registry.GetAsync($"expressions-of-interest/{expression.Id}")).As<ExpressionOfInterestView>();
        Assert.Equal((ExpressionStatus.Structured, 2), (after.Status, after.Version));
        Assert.Equal(
            offer.Id.ToString(),
            await registry.Database.ScalarAsync<string>(
                $"select after->>'offerId' from audit where action = 'expression_of_interest.structure' and subject_id = '{expression.Id}'"));
    }

    [Fact]
    public async Task An_expression_of_interest_of_another_municipality_is_refused_and_stays_received()
    {
        var expression = await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code);
        var body = Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code).With("expressionOfInterestId", $"\"{expression.Id}\"");
        (await registry.SendAsync(HttpMethod.Post, "offers", body))
            .MustBe(HttpStatusCode.BadRequest, "of_other_municipality").MustName("expressionOfInterestId", "of_other_municipality");
        Assert.Equal(expression, (await registry.GetAsync($"expressions-of-interest/{expression.Id}")).As<ExpressionOfInterestView>());
    }
}
