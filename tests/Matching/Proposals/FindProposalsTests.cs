using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>Lists of proposals: search, filter, sort and page for people, cursors for systems.</summary>
public sealed class FindProposalsTests : IAsyncLifetime
{
    private static readonly MunicipalityChanged Aas = World.Municipality(3, "Ås", "Ос");

    private static readonly MunicipalityChanged[] Towns =
    [
        World.Hromada(11, "Bila", "Біла"), World.Hromada(12, "Haichur", "Гайчур"), World.Hromada(13, "Gorokhiv", "Ґорохів"), World.Hromada(14, "Yarova", "Ярова"),
    ];

    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.OpenAsync(
            [World.Water, World.Health, World.Norheim, Aas, .. Towns, World.OfferOf(World.Norheim) with { PersonDays = 500, MaxPartnerships = 9 },
            World.OfferOf(Aas) with { Areas = [new OfferedArea("MHP", 4, [Mode.AdviceRemote], null)] }]);
        await _desk.Server.HearAsync(Towns.Select((town, at) => World.NeedOf(town, at + 1) with
        {
            Urgency = at + 1, AreaCode = at == 3 ? "MHP" : "WAT", Title = new LocalizedText(null, $"Потреба {at}", $"Pump no {at}"),
        }));
        await _desk.Server.CompleteRunAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("urgency", "uk", "3210")]
    [InlineData("-urgency", "uk", "0123")]
    // Ґ comes after Г in Ukrainian, G before H in English.
    [InlineData("hromada", "uk", "0123")]
    [InlineData("-hromada", "uk", "3210")]
    [InlineData("hromada", "en", "0213")]
    public async Task The_list_is_sorted_as_its_reader_asks(string sort, string language, string towns)
    {
        var page = await _desk.Viewer.FindProposalsAsync(
            new FindProposalsRequest { Sort = sort }, new Grpc.Core.Metadata { { "accept-language", language } });

        Assert.Equal(towns, Order(page));
    }

    [Fact]
    public async Task A_name_sorts_by_the_alphabet_of_its_reader()
    {
        // Å is the last letter in Norwegian, an A in English.
        var bokmal = await SuppliersAsync("nb");
        Assert.Equal("Ås", bokmal[^1]);
        Assert.Equal("Ås", (await SuppliersAsync("en"))[0]);
        Assert.Equal(bokmal.Reverse(), await SuppliersAsync("nb", "-supplier"));
    }

    [Fact]
    public async Task The_best_score_and_the_newest_come_first()
    {
        var scores = (await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest())).Rows.Select(row => row.Score).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        _desk.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.Server.HearAsync(World.Zelena, World.NeedOf(World.Zelena, 9));
        var hand = await _desk.Ks.ProposeAsync(ProposeByHandTests.Propose(World.Norheim.Code, World.NeedOf(World.Zelena, 9).NeedId));

        Assert.Equal(hand.ProposalId, (await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Sort = "proposed_at" })).Rows[0].ProposalId);
        Assert.Equal(hand.ProposalId, (await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Sort = "-proposed_at" })).Rows[^1].ProposalId);
    }

    [Theory]
    [InlineData("bila", "0")]
    [InlineData("БІЛА", "0")]
    [InlineData("norheim гайчур", "1")]
    [InlineData("4601", "012")]
    [InlineData("UA46000000000000013", "2")]
    [InlineData("pump", "0123")]
    [InlineData("потреба ярова", "3")]
    [InlineData("ås", "3")]
    [InlineData("100%", "")]
    [InlineData("_ila", "")]
    public async Task Names_codes_and_titles_are_found_as_people_type_them(string query, string towns) =>
        Assert.Equal(towns, Order(await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Query = query, Sort = "-urgency" })));

    [Fact]
    public async Task Filters_leave_what_fits_all_of_them()
    {
        var all = (await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Sort = "-urgency" })).Rows;
        await _desk.Ks.ApproveProposalAsync(Story.Approve(all[0], "ks"));
        await _desk.Ks.WithdrawProposalAsync(new WithdrawProposalRequest { ProposalId = all[1].ProposalId, Version = all[1].Version, Reason = "not now" });

        Assert.Equal("0123", await FoundAsync(new FindProposalsRequest { RunId = all[0].RunId }));
        Assert.Equal("", await FoundAsync(new FindProposalsRequest { RunId = $"{Guid.CreateVersion7()}" }));
        Assert.Equal("3", await FoundAsync(new FindProposalsRequest { AreaCode = "MHP" }));
        Assert.Equal("1", await FoundAsync(new FindProposalsRequest { Statuses = { "withdrawn" } }));
        Assert.Equal("0123", await FoundAsync(new FindProposalsRequest { Statuses = { "withdrawn", "proposed" } }));
        Assert.Equal("23", await FoundAsync(new FindProposalsRequest { WaitsForKey = "ks" }));
        Assert.Equal("023", await FoundAsync(new FindProposalsRequest { WaitsForKey = "auc" }));
        Assert.Equal("0", await FoundAsync(new FindProposalsRequest { WaitsForKey = "auc", Query = "Bila", AreaCode = "WAT" }));
    }

    [Fact]
    public async Task Pages_hold_each_row_once_and_faults_are_told()
    {
        await _desk.Server.HearAsync(Enumerable.Range(20, 30).Select(number => World.NeedOf(Towns[0], number)));
        for (var number = 20; number < 50; number++)
            await _desk.Ks.ProposeAsync(ProposeByHandTests.Propose(World.Norheim.Code, World.Id(4, number)));

        var first = await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { PageSize = 20 });
        var second = await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Page = 2, PageSize = 20 });
        Assert.Equal((34, 34, 20, 14), (first.Total, second.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal(34, first.Rows.Concat(second.Rows).Select(row => row.ProposalId).Distinct().Count());
        Assert.Empty((await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Page = 3, PageSize = 20 })).Rows);

        Assert.Equal("out_of_range", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { PageSize = 30 })));
        Assert.Equal("unknown_value", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Sort = "colour" })));
        Assert.Equal("unknown_value", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Statuses = { "new" } })));
        Assert.Equal("unknown_value", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { WaitsForKey = "un" })));
        Assert.Equal("invalid_id", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { RunId = "first" })));
        Assert.Equal("too_long", await RefusalAsync(_desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Query = new string('x', 201) })));
    }

    [Fact]
    public async Task By_rest_a_cursor_leads_through_all_of_them_newest_first()
    {
        var ids = new List<string>();
        var path = "proposals?limit=3&status=proposed&lang=en";
        while (path is not null)
        {
            var answer = (await _desk.Server.GetAsync(path)).Expect(HttpStatusCode.OK);
            ids.AddRange(answer.Body["items"]!.AsArray().Select(item => (string)item!["id"]!));
            path = (string?)answer.Body["next"] is { } cursor ? $"proposals?limit=3&status=proposed&lang=en&cursor={cursor}" : null;
            Assert.Equal(path is not null, answer.Link?.Contains("rel=\"next\"", StringComparison.Ordinal) == true);
        }

        Assert.Equal(4, ids.Count);
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
        Assert.Empty((await _desk.Server.GetAsync("proposals?status=declined")).Body["items"]!.AsArray());
        (await _desk.Server.GetAsync("proposals?status=new")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await _desk.Server.GetAsync("proposals?cursor=x")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
        (await _desk.Server.GetAsync("proposals?limit=0")).ExpectProblem(HttpStatusCode.BadRequest, "out_of_range");
        (await _desk.Server.GetAsync("proposals?lang=de")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_language");
    }

    private async Task<string> FoundAsync(FindProposalsRequest request)
    {
        request.Sort = "-urgency";
        var page = await _desk.Viewer.FindProposalsAsync(request);
        Assert.Equal(page.Total, page.Rows.Count);
        return Order(page);
    }

    private async Task<IReadOnlyList<string>> SuppliersAsync(string language, string sort = "supplier") =>
        [.. (await _desk.Viewer.FindProposalsAsync(new FindProposalsRequest { Sort = sort }, new Grpc.Core.Metadata { { "accept-language", language } }))
            .Rows.Select(row => row.Supplier.Name)];

    /// <summary>The towns of the page by their place in <see cref="Towns"/>.</summary>
    private static string Order(FindProposalsReply page) =>
        string.Concat(page.Rows.Select(row => Array.FindIndex(Towns, town => town.Code == row.Need.Hromada.Code)));
}
