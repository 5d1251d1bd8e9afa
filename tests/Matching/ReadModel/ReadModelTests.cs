using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.ReadModel;

public sealed class ReadModelTests
{
    [Fact]
    public async Task An_older_version_never_overwrites_a_newer_one()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);

        await server.HearAsync(
            World.Water with { Version = 5, Names = In("Newer area") },
            World.Water with { Version = 4, Names = In("Older area") },
            World.Zelena with { Version = 5, Names = In("Newer town") },
            World.Zelena with { Version = 4, Names = In("Older town") },
            World.NeedOf(World.Zelena) with { Version = 5, Title = In("Newer need") },
            World.NeedOf(World.Zelena) with { Version = 4, Title = In("Older need") },
            World.NeedOf(World.Zelena) with { Version = 5, Title = In("Other need of this version") },
            World.OfferOf(World.Norheim) with { Version = 5, Available = false },
            World.OfferOf(World.Norheim) with { Version = 4, MaxPartnerships = 9 });

        var shortlist = await server.GetAsync($"candidates?hromada={World.Zelena.Code}");
        foreach (var newer in new[] { "Newer area", "Newer town", "Newer need" })
            Assert.Contains(newer, shortlist.Text, StringComparison.Ordinal);
        foreach (var gone in new[] { "Older", "Other", "Norheim" })
            Assert.DoesNotContain(gone, shortlist.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_that_is_withdrawn_before_it_is_heard_of_stays_gone()
    {
        await using var server = await MatchingServer.StartAsync();
        var need = World.NeedOf(World.Zelena);

        await server.HearAsync(World.Water, World.Zelena, new NeedWithdrawn(need.NeedId, 3, need.MunicipalityId), need);
        Assert.Equal(0, await NeedsAsync(server));

        // The same id verified anew is a later version.
        await server.HearAsync(need with { Version = 4 });
        Assert.Equal(1, await NeedsAsync(server));
    }

    [Fact]
    public async Task Of_two_events_for_one_thing_at_once_the_newer_wins_and_neither_is_lost()
    {
        await using var server = await MatchingServer.StartAsync();
        var needs = Enumerable.Range(1, 30).Select(number => World.NeedOf(World.Zelena, number)).ToList();

        await Task.WhenAll(needs.SelectMany(need => new[] { need with { Version = 3 }, need with { Version = 2 } })
            .Select(need => server.HearAsync(need)));
        await Task.WhenAll(needs.SelectMany(need => new[] { need with { Version = 4 }, need with { Version = 5 } })
            .Select(need => server.HearAsync(need)));

        Assert.Equal(30, await server.Database.ScalarAsync<long>("select count(*) from known_needs where version = 5"));
        Assert.Equal(120, await server.Database.ScalarAsync<long>("select count(*) from inbox"));
        Assert.Equal(0, await server.Database.ScalarAsync<long>("select count(*) from dead_letter"));
    }

    [Fact]
    public async Task A_new_offer_that_is_heard_of_before_the_end_of_the_old_one_counts_alone()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        var next = World.OfferOf(World.Norheim) with
        {
            OfferId = World.Id(3, 9),
            Areas = [new OfferedArea("WAT", 4, [Mode.AdviceRemote], null)],
        };

        await server.HearAsync(next);
        var between = await server.GetAsync($"candidates?municipality={World.Norheim.Code}");
        await server.HearAsync(World.OfferOf(World.Norheim) with { Version = 2, Available = false });
        var after = await server.GetAsync($"candidates?municipality={World.Norheim.Code}");

        Assert.Contains("national front-runner", between.Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(between.Text, after.Text);
    }

    [Fact]
    public async Task What_is_not_complete_yet_is_left_out_until_it_is()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.NeedOf(World.Zelena), World.OfferOf(World.Norheim));
        Assert.Equal((0, 0), await InputsAsync(server));

        await server.HearAsync(World.Zelena, World.Norheim);
        Assert.Equal((0, 0), await InputsAsync(server));

        await server.HearAsync(World.Water);
        Assert.Equal((1, 1), await InputsAsync(server));
    }

    private static LocalizedText In(string text) => new(text, text, text);

    private static async Task<int> NeedsAsync(MatchingServer server) => (await InputsAsync(server)).Needs;

    private static async Task<(int Suppliers, int Needs)> InputsAsync(MatchingServer server)
    {
        var inputs = (await server.GetAsync("matching-inputs")).Expect(HttpStatusCode.OK).Body;
        return ((int)inputs["suppliers"]!, (int)inputs["needs"]!);
    }
}
