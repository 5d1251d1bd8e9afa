using System.Net;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Partnerships;

public sealed class FindPartnershipsTests : IAsyncLifetime
{
    private static readonly string[] Stages = ["exploring", "letter_of_intent", "acute_help", "active"];

    // In the order of the Ukrainian alphabet, against that of their stages.
    private static readonly MunicipalityChanged[] Towns =
        [World.Hromada(14, "Yarova", "Ярова"), World.Hromada(13, "Gorokhiv", "Ґорохів"), World.Hromada(12, "Haichur", "Гайчур"), World.Hromada(11, "Bila", "Біла")];

    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.OpenAsync([World.Water, World.Norheim, World.Sorvik, .. Towns]);
        for (var at = 0; at < Towns.Length; at++)
        {
            var made = await _desk.Ks.RegisterPartnershipAsync(new RegisterPartnershipRequest
            {
                SupplierCode = at % 2 == 0 ? World.Norheim.Code : World.Sorvik.Code,
                HromadaCode = Towns[at].Code, Stage = Stages[at], Since = "2026-01-01", AreaCode = "WAT",
            });
            if (at < 2)
                await _desk.Ks.AddNoteAsync(new AddNoteRequest
                {
                    PartnershipId = made.PartnershipId, Version = made.Version, Text = "Call them", FollowUpOn = $"2026-12-0{2 - at}",
                });
            _desk.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("stage", "0123")]
    [InlineData("-stage", "3210")]
    [InlineData("started_at", "3210")]
    [InlineData("-started_at", "0123")]
    [InlineData("hromada", "3210")]
    [InlineData("-hromada", "0123")]
    public async Task The_list_is_sorted_as_its_reader_asks(string sort, string towns) =>
        Assert.Equal(towns, await FoundAsync(new FindPartnershipsRequest { Sort = sort }));

    [Fact]
    public async Task The_soonest_follow_up_comes_first_and_none_last()
    {
        Assert.StartsWith("10", await FoundAsync(new FindPartnershipsRequest()), StringComparison.Ordinal);
        Assert.EndsWith("01", await FoundAsync(new FindPartnershipsRequest { Sort = "-follow_up_on" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_what_fits_all_of_them()
    {
        Assert.Equal("13", await FoundAsync(new FindPartnershipsRequest { Stages = { "active", "letter_of_intent" }, Sort = "stage" }));
        Assert.Equal("1", await FoundAsync(new FindPartnershipsRequest { FollowUpUntil = "2026-12-01" }));
        Assert.Equal("10", await FoundAsync(new FindPartnershipsRequest { FollowUpUntil = "2026-12-31" }));
        Assert.Equal("02", await FoundAsync(new FindPartnershipsRequest { Query = "norheim", Sort = "stage" }));
        Assert.Equal("2", await FoundAsync(new FindPartnershipsRequest { Query = "ГАЙЧУР norheim" }));
        Assert.Equal("", await FoundAsync(new FindPartnershipsRequest { Query = "sorvik", Stages = { "exploring" } }));
        var page = await _desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest { Page = 2 });
        Assert.Equal((4, 0), (page.Total, page.Rows.Count));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        Assert.Equal("unknown_value", await RefusalAsync(_desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest { Stages = { "friends" } })));
        Assert.Equal("unknown_value", await RefusalAsync(_desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest { Sort = "score" })));
        Assert.Equal("invalid_date", await RefusalAsync(_desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest { FollowUpUntil = "soon" })));
        Assert.Equal("out_of_range", await RefusalAsync(_desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest { PageSize = 7 })));
        Assert.Equal("unknown_partnership", await RefusalAsync(_desk.Viewer.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = "x" })));
        (await _desk.Server.GetAsync("partnerships?stage=friends")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await _desk.Server.GetAsync("partnerships?cursor=x")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task By_rest_a_partner_pages_through_its_own_newest_first()
    {
        var norheim = await _desk.PartnerOfAsync(World.Norheim.Code);
        var first = (await _desk.Server.GetAsync("partnerships?limit=1", caller: norheim)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(Towns[2].Code, (string)Assert.Single(first["items"]!.AsArray())!["hromada"]!["code"]!);
        var last = (await _desk.Server.GetAsync($"partnerships?limit=1&cursor={(string)first["next"]!}", caller: norheim)).Body;
        Assert.Equal(Towns[0].Code, (string)Assert.Single(last["items"]!.AsArray())!["hromada"]!["code"]!);
        Assert.Null(last["next"]);
        Assert.Empty((await _desk.Server.GetAsync("partnerships?stage=active", caller: norheim)).Body["items"]!.AsArray());
    }

    private async Task<string> FoundAsync(FindPartnershipsRequest request)
    {
        var page = await _desk.Viewer.FindPartnershipsAsync(request, new Grpc.Core.Metadata { { "accept-language", "uk" } });
        Assert.Equal(page.Total, page.Rows.Count);
        return string.Concat(page.Rows.Select(row => Array.FindIndex(Towns, town => town.Code == row.Hromada.Code)));
    }
}
