using System.Text.Json.Nodes;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Offers;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>What an offer notes with its steps.</summary>
public sealed class OfferTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Who_revises_an_offer_or_ends_its_rest_says_that_it_holds()
    {
        var (revised, resumed) = (await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync());
        var resting = await StepAsync(resumed, "pause");
        await _server.Database.ScalarAsync<int>("update offers set last_confirmed_at = now() - interval '2 years'");

        var after = (await _server.SendAsync(HttpMethod.Put, $"offers/{revised.Id}", Bodies.Offer(revised.Municipality), revised.Version)).As<OfferView>();
        var back = await StepAsync(resting, "resume");

        Assert.All([after, back], offer => Assert.Equal(offer.ChangedAt, offer.LastConfirmedAt));
        Assert.Equal(0, await _server.InsideAsync(services => services.GetRequiredService<OfferYear>().LookAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_draft_is_submitted_and_its_expression_of_interest_structured_when_it_is_handed_in()
    {
        var expression = await _server.ExpressInterestAsync((await _server.RegisterMunicipalityAsync()).Code);
        var body = Bodies.Offer(expression.Municipality).With("draft", "true").With("expressionOfInterestId", $"\"{expression.Id}\"");
        var draft = (await _server.SendAsync(HttpMethod.Post, "offers", body)).As<OfferView>();
        Assert.NotEqual(ExpressionStatus.Structured, await StatusAsync(expression));

        var handedIn = await StepAsync(draft, "hand-in");

        Assert.Equal(ExpressionStatus.Structured, await StatusAsync(expression));
        Assert.Equal((true, handedIn.ChangedAt), (handedIn.SubmittedAt > draft.SubmittedAt, handedIn.SubmittedAt));
    }

    private async Task<ExpressionStatus> StatusAsync(ExpressionOfInterestView expression) =>
        (await _server.GetAsync($"expressions-of-interest/{expression.Id}")).As<ExpressionOfInterestView>().Status;

    private async Task<OfferView> StepAsync(OfferView offer, string step) =>
        (await _server.SendAsync(HttpMethod.Post, $"offers/{offer.Id}/{step}", (JsonNode?)null, offer.Version)).As<OfferView>();
}
