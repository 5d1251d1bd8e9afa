using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using Kommunebro.Tests.Matching.Telling;

namespace Kommunebro.Tests.Matching.Shortlists;

public sealed class CandidatesTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    private readonly MatchingServer _server = world.Server;

    [Fact]
    public async Task Who_fits_this_town_is_told_best_first_with_reasons()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        await server.HearAsync(World.OfferOf(World.Sorvik) with
        {
            Version = 2,
            Areas = [new OfferedArea("WAT", 4, [Mode.AdviceRemote], null)],
        });

        var shortlist = await OfAsync(server, $"hromada={World.Zelena.Code}");

        Assert.Equal(World.Zelena.Code, (string?)shortlist["for"]!["code"]);
        var candidates = shortlist["candidates"]!.AsArray();
        Assert.Equal(["Sorvik", "Norheim"], candidates.Select(candidate => (string?)candidate!["partner"]!["name"]));
        Assert.Equal([1, 2], candidates.Select(candidate => (int)candidate!["rank"]!));
        Assert.All(candidates, candidate =>
        {
            var pair = Assert.Single(candidate!["pairs"]!.AsArray())!;
            Assert.NotEmpty((string?)pair["why"] ?? "");
            Assert.Equal((int)pair["score"]!, pair["criteria"]!.AsArray().Sum(criterion => (int)criterion!["points"]!));
        });
        Assert.Empty(shortlist["withoutCandidates"]!.AsArray());
    }

    [Fact]
    public async Task Whom_a_municipality_could_help_is_told_for_each_of_its_towns()
    {
        var shortlist = await OfAsync(_server, $"municipality={World.Norheim.Code}");

        var towns = shortlist["candidates"]!.AsArray();
        Assert.Equal(
            [World.Zelena.Code, World.Vyshneva.Code, PlannedWorld.Frontova.Code],
            towns.Select(town => (string)town!["partner"]!["code"]!).Order(StringComparer.Ordinal));
        var zelena = towns.Single(town => (string?)town!["partner"]!["code"] == World.Zelena.Code)!;
        Assert.Equal(2, zelena["pairs"]!.AsArray().Count);
        Assert.Empty(shortlist["withoutCandidates"]!.AsArray());
    }

    [Fact]
    public async Task A_need_that_nobody_may_serve_is_told_with_the_reason_beside_the_others()
    {
        var shortlist = await OfAsync(_server, $"hromada={World.Vyshneva.Code}");

        Assert.Equal(2, shortlist["candidates"]!.AsArray().Count);
        var without = Assert.Single(shortlist["withoutCandidates"]!.AsArray())!;
        Assert.Equal(PlannedWorld.OfNobody.NeedId, (Guid)without["need"]!["id"]!);
        Assert.Contains("Nobody can be proposed", (string?)without["reasons"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wholly_occupied_town_gets_the_reason_and_no_candidates()
    {
        var shortlist = await OfAsync(_server, $"hromada={PlannedWorld.Zakhoplena.Code}");

        Assert.Empty(shortlist["candidates"]!.AsArray());
        var without = Assert.Single(shortlist["withoutCandidates"]!.AsArray())!;
        Assert.Contains("All of Zakhoplena is temporarily occupied", (string?)without["reasons"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_offers_anything_yet_that_is_the_reason()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Water, World.Zelena, World.NeedOf(World.Zelena));

        var shortlist = await OfAsync(server, $"hromada={World.Zelena.Code}");

        var without = Assert.Single(shortlist["withoutCandidates"]!.AsArray())!;
        Assert.Contains("Nobody has reported", (string?)without["reasons"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_is_that_of_the_Norwegian_calendar()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        await server.HearAsync(World.NeedOf(World.Zelena) with { Version = 3, NeededBy = new DateOnly(2026, 11, 22) });

        var shortlist = await OfAsync(server, $"hromada={World.Zelena.Code}");

        var without = Assert.Single(shortlist["withoutCandidates"]!.AsArray())!;
        Assert.Contains("that day has passed", (string?)without["reasons"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_without_needs_has_an_empty_list()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);

        var shortlist = await OfAsync(server, $"hromada={World.Vyshneva.Code}");

        Assert.Empty(shortlist["candidates"]!.AsArray());
        Assert.Empty(shortlist["withoutCandidates"]!.AsArray());
    }

    [Fact]
    public async Task A_limit_cuts_the_list()
    {
        var all = await OfAsync(_server, $"municipality={World.Norheim.Code}&limit=100");
        var best = await OfAsync(_server, $"municipality={World.Norheim.Code}&limit=1");

        Assert.Equal(all["candidates"]![0]!.ToJsonString(), Assert.Single(best["candidates"]!.AsArray())!.ToJsonString());
    }

    [Fact]
    public async Task An_answer_about_as_many_as_the_sample_takes_each_table_once()
    {
        await using var server = await MatchingServer.StartAsync();
        MunicipalityChanged[] suppliers = [.. Enumerable.Range(1, 41).Select(number => World.Municipality(number, $"Vik {number}", $"Вік {number}"))];
        MunicipalityChanged[] hromadas = [.. Enumerable.Range(1, 81).Select(number => World.Hromada(number, $"Selo {number}", $"Село {number}"))];
        await server.HearAsync(World.Water);
        await server.HearAsync([.. suppliers, .. hromadas]);
        await server.HearAsync(suppliers.Select(World.OfferOf));
        await server.HearAsync(Enumerable.Range(0, 120).Select(number => World.NeedOf(hromadas[number % hromadas.Length], number + 1)));

        var before = Reads(server).Count;
        var shortlist = await OfAsync(server, $"municipality={suppliers[0].Code}&limit=100");
        var reads = Reads(server).Skip(before).ToList();

        Assert.Equal(81, shortlist["candidates"]!.AsArray().Count);
        Assert.Equal(6, reads.Count);
        foreach (var table in new[] { "bootstraps", "known_areas", "known_municipalities", "known_offers", "known_initiatives", "known_needs" })
            Assert.Single(reads, sql => sql.Contains($"FROM {table} ", StringComparison.Ordinal));
    }

    private static async Task<JsonObject> OfAsync(MatchingServer server, string query) =>
        (await server.GetAsync($"candidates?{query}")).Expect(HttpStatusCode.OK).Body;

    /// <summary>What was read of the read model so far.</summary>
    private static List<string> Reads(MatchingServer server) =>
        [.. server.Logs.Sql.Where(sql => sql.Contains("FROM known_", StringComparison.Ordinal) || sql.Contains("FROM bootstraps", StringComparison.Ordinal))];
}
