using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Inputs;

/// <summary>What registry tells of initiatives and of offers is what the engine looks at.</summary>
public sealed class TiesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Twin_towns_come_first_with_the_reason_and_are_part_of_the_fingerprint()
    {
        await using var server = await StartAsync();
        var before = await HashAsync(server);

        await server.HearAsync(TieOf(World.Sorvik, InitiativeKind.TwinTown));

        var suppliers = await SuppliersAsync(server);
        Assert.StartsWith($"{World.Sorvik.Code} Sorvik and Zelena are twin towns", suppliers[0], StringComparison.Ordinal);
        Assert.NotEqual(before, await HashAsync(server));
    }

    [Theory]
    [InlineData(1, null, false)]
    [InlineData(0, 0, true)]
    [InlineData(null, -1, false)]
    public async Task A_tie_counts_from_its_first_day_to_its_last(int? since, int? until, bool counts)
    {
        await using var server = await StartAsync();
        var before = await HashAsync(server);
        var tie = TieOf(World.Sorvik, InitiativeKind.Project);

        await server.HearAsync(tie with { Help = tie.Help! with { Since = Day(since), Until = Day(until) } });

        Assert.Equal(counts, await HashAsync(server) != before);
    }

    [Fact]
    public async Task What_ended_or_was_restricted_is_gone_and_nothing_old_brings_it_back()
    {
        await using var server = await StartAsync();
        var before = await HashAsync(server);
        var tie = TieOf(World.Sorvik, InitiativeKind.Cooperation);

        await server.HearAsync(tie, tie with { Version = 3, Help = null }, tie with { Version = 2 });

        Assert.Equal(before, await HashAsync(server));
        Assert.Equal(1, await server.Database.ScalarAsync<long>("select count(*) from known_initiatives where state is null and version = 3"));
    }

    [Fact]
    public async Task Who_is_helped_by_an_outside_party_has_a_partner()
    {
        await using var server = await StartAsync();
        var before = await HashAsync(server);
        var tie = TieOf(World.Sorvik, InitiativeKind.TwinTown);

        await server.HearAsync(tie with { Help = tie.Help! with { PartnerId = null } });

        Assert.NotEqual(before, await HashAsync(server));
        Assert.DoesNotContain(await SuppliersAsync(server), told => told.Contains("twin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wishes_vetoes_and_what_a_supplier_wants_to_learn_reach_the_engine()
    {
        await using var server = await StartAsync();

        await server.HearAsync(
            World.OfferOf(World.Norheim) with { Version = 2, Vetoes = [World.Zelena.Code] },
            World.OfferOf(World.Sorvik) with { Version = 2, Wishes = [World.Zelena.Code], Learns = ["MHP"] },
            World.OfferOf(World.Zelena) with { OfferId = World.Id(3, 90), Areas = [new OfferedArea("MHP", 3, [Mode.Training], null)] });

        var told = Assert.Single(await SuppliersAsync(server));
        Assert.StartsWith(World.Sorvik.Code, told, StringComparison.Ordinal);
        var criteria = (await server.GetAsync($"candidates?hromada={World.Zelena.Code}&lang=en")).Text;
        Assert.Contains("Sorvik wishes for Zelena as a partner", criteria, StringComparison.Ordinal);
        Assert.Contains("Sorvik can learn from Zelena in “Mental health”, as it wishes to", criteria, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_veto_outlives_a_message_that_does_not_speak_of_vetoes()
    {
        await using var server = await StartAsync();
        var offer = World.OfferOf(World.Norheim);

        await server.HearAsync(offer with { Version = 2, Vetoes = [World.Zelena.Code] }, offer with { Version = 3, Vetoes = null });
        Assert.DoesNotContain(await SuppliersAsync(server), told => told.StartsWith(World.Norheim.Code, StringComparison.Ordinal));
        await server.HearAsync(offer with { Version = 4, Vetoes = [] });
        Assert.Contains(await SuppliersAsync(server), told => told.StartsWith(World.Norheim.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, null, false)]
    [InlineData(0, 0, true)]
    [InlineData(null, -1, false)]
    public async Task An_offer_is_drawn_on_from_its_first_day_to_its_last(int? from, int? to, bool counts)
    {
        await using var server = await StartAsync();

        await server.HearAsync(World.OfferOf(World.Norheim) with { Version = 2, AvailableFrom = Day(from), AvailableTo = Day(to) });

        Assert.Equal(counts, (await SuppliersAsync(server)).Any(told => told.StartsWith(World.Norheim.Code, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_hromada_offers_makes_it_no_supplier()
    {
        await using var server = await StartAsync();
        var inputs = (await server.GetAsync("matching-inputs")).Body;

        await server.HearAsync(World.OfferOf(World.Vyshneva) with { OfferId = World.Id(3, 91) });

        Assert.Equal((int)inputs["suppliers"]!, (int)(await server.GetAsync("matching-inputs")).Body["suppliers"]!);
        Assert.DoesNotContain(await SuppliersAsync(server), told => told.Contains("Vyshneva", StringComparison.Ordinal));
    }

    private static async Task<MatchingServer> StartAsync()
    {
        var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        return server;
    }

    private static InitiativeChanged TieOf(MunicipalityChanged partner, InitiativeKind kind) => new(
        World.Id(5, 1), 1, new Help(World.Zelena.MunicipalityId, partner.MunicipalityId, kind, null, null));

    private static DateOnly? Day(int? fromToday) => fromToday is { } days ? Today.AddDays(days) : null;

    private static async Task<string?> HashAsync(MatchingServer server) => (string?)(await server.GetAsync("matching-inputs")).Body["inputsHash"];

    /// <summary>Code and reasons of each supplier that fits Zelena, the best first.</summary>
    private static async Task<IReadOnlyList<string>> SuppliersAsync(MatchingServer server) =>
    [
        .. (await server.GetAsync($"candidates?hromada={World.Zelena.Code}&lang=en")).Body["candidates"]!.AsArray().Select(one =>
            $"{(string?)one!["partner"]!["code"]} {Tie(one["pairs"]![0]!)}"),
    ];

    private static string Tie(JsonNode match) => string.Join(' ', match["criteria"]!.AsArray()
        .Single(criterion => (string?)criterion!["code"] == "prior_tie")!["reasons"]!.AsArray().Select(reason => (string?)reason));
}
