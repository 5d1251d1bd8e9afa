using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Offers;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Offers;

/// <summary>Who offers is asked each year whether it still holds: a month ahead, and when the day comes.</summary>
public sealed class AskToConfirmTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_municipality_is_asked_once_a_month_ahead_and_once_when_the_day_comes()
    {
        var offer = await _server.SubmitOfferAsync();
        await DueInAsync(offer, 40);
        Assert.Empty(await LookAsync());

        await DueInAsync(offer, 20);
        Assert.Equal([ConfirmationMoment.Ahead], Moments(await LookAsync()));
        Assert.Single(await LookAsync());

        await DueInAsync(offer, 0);
        Assert.Equal([ConfirmationMoment.Ahead, ConfirmationMoment.DayCame], Moments(await LookAsync()));
        var told = (await LookAsync())[^1];
        Assert.Equal((offer.Id, offer.Version, Country.No, Today()), (told.OfferId, told.Version, told.Country, told.ConfirmBy));
        Assert.Equal(2, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'offer.ask_to_confirm' and who = 'service:registry'"));
    }

    [Fact]
    public async Task Whoever_confirms_is_asked_again_in_a_year_and_who_was_never_asked_in_time_is_asked_once()
    {
        var (confirmed, late) = (await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync());
        await DueInAsync(confirmed, 20);
        await DueInAsync(late, -3);
        Assert.Equal(2, (await LookAsync()).Count);

        (await _server.SendAsync(HttpMethod.Post, $"offers/{confirmed.Id}/confirm", (JsonNode?)null, confirmed.Version)).As<OfferView>();
        Assert.Equal(2, (await LookAsync()).Count);
        await DueInAsync(confirmed, 20);

        var heard = await LookAsync();
        Assert.Equal([ConfirmationMoment.Ahead, ConfirmationMoment.Ahead], Moments(heard.Where(told => told.OfferId == confirmed.Id)));
        Assert.Equal([ConfirmationMoment.DayCame], Moments(heard.Where(told => told.OfferId == late.Id)));
    }

    [Fact]
    public async Task What_rests_or_was_withdrawn_is_not_asked()
    {
        var (resting, withdrawn) = (await _server.SubmitOfferAsync(), await _server.SubmitOfferAsync());
        (await _server.SendAsync(HttpMethod.Post, $"offers/{resting.Id}/pause", (JsonNode?)null, resting.Version)).As<OfferView>();
        await _server.WithdrawOfferAsync(withdrawn);
        await _server.Database.ScalarAsync<int>("update offers set last_confirmed_at = now() - interval '1 year 2 days'");

        Assert.Empty(await LookAsync());
    }

    [Fact]
    public async Task Replicas_that_look_at_once_ask_once()
    {
        var offer = await _server.SubmitOfferAsync();
        await DueInAsync(offer, 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync()));

        Assert.Single(await LookAsync());
    }

    private static IEnumerable<ConfirmationMoment> Moments(IEnumerable<OfferConfirmationDue> heard) => heard.Select(told => told.Moment);

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private Task<int> DueInAsync(OfferView offer, int days) =>
        _server.Database.ScalarAsync<int>($"update offers set last_confirmed_at = now() - interval '1 year' + interval '{days} days' where id = '{offer.Id}'");

    private Task<int> AskAsync() => _server.InsideAsync(services => services.GetRequiredService<OfferYear>().LookAsync(CancellationToken.None));

    private async Task<IReadOnlyList<OfferConfirmationDue>> LookAsync()
    {
        await AskAsync();
        await _server.UntilOutboxIsEmptyAsync();
        return [.. _server.Notification.Heard<OfferConfirmationDue>().OrderBy(told => told.OfferId).ThenBy(told => told.Moment)];
    }
}
