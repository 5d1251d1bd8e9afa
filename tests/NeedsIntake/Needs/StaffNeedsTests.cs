using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>What staff's pages ask over gRPC.</summary>
public sealed class StaffNeedsTests
{
    [Fact]
    public async Task The_queue_shows_the_most_urgent_first_and_of_those_the_one_that_waits_longest()
    {
        await using var server = await NeedsServer.StartAsync();
        var late = await SubmitLaterAsync(server, ANeed.InVinnytsia().With("urgency", "4"));
        var low = await SubmitLaterAsync(server, ANeed.InVinnytsia().With("urgency", "1"));
        var lateToo = await SubmitLaterAsync(server, ANeed.InVinnytsia().With("urgency", "4"));

        var queue = await server.Grpc(StaffRole.AucCoordinator).FindNeedsAsync(new FindNeedsRequest());
        var reversed = await server.Grpc(StaffRole.AucCoordinator).FindNeedsAsync(new FindNeedsRequest { Sort = "-triage" });
        var newest = await server.Grpc(StaffRole.AucCoordinator).FindNeedsAsync(new FindNeedsRequest { Sort = "-submitted_at" });

        Assert.Equal([late.Id, lateToo.Id, low.Id], Ids(queue));
        Assert.Equal([low.Id, lateToo.Id, late.Id], Ids(reversed));
        Assert.Equal([lateToo.Id, low.Id, late.Id], Ids(newest));
        Assert.Equal(3, queue.Total);
    }

    [Fact]
    public async Task Hromadas_and_areas_stand_in_the_order_of_the_readers_alphabet()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.HearAsync(Places.Studena with { Version = 11, Names = new LocalizedText("Ås", "Ґазда", null) });
        await server.HearAsync(Places.Vinnytsia with { Version = 11, Names = new LocalizedText("Zakar", "Гамар", null) });
        await server.HearAsync(Places.Nikopol with { Version = 11, Names = new LocalizedText("Ærø", "Дністро", null) });
        foreach (var place in new[] { Places.Studena, Places.Vinnytsia, Places.Nikopol })
            await server.SubmitNeedAsync(ANeed.Of(place));
        await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("area", "\"HEA-D\""));
        var staff = server.Grpc(StaffRole.KsCoordinator);

        var norwegian = await staff.FindNeedsAsync(new FindNeedsRequest { Sort = "hromada", AreaCode = "WAT" }, In("nb"));
        var ukrainian = await staff.FindNeedsAsync(new FindNeedsRequest { Sort = "hromada", AreaCode = "WAT" }, In("uk"));
        var byArea = await staff.FindNeedsAsync(new FindNeedsRequest { Sort = "-area" }, In("uk"));

        Assert.Equal(["Zakar", "Ærø", "Ås"], norwegian.Rows.Select(row => row.HromadaNames.Nb));
        Assert.Equal(["Гамар", "Ґазда", "Дністро"], ukrainian.Rows.Select(row => row.HromadaNames.Uk));
        Assert.Equal("Централізоване теплопостачання", byArea.Rows[0].AreaNames.Uk);
    }

    [Fact]
    public async Task Filters_search_and_pages_are_done_where_the_rows_are_and_the_total_is_told()
    {
        await using var server = await NeedsServer.StartAsync();
        var staff = server.Grpc(StaffRole.Viewer);
        var pump = await server.VerifyAsync(await server.SubmitNeedAsync());
        var school = await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("title", """{"nb":"Skole_bygg 100 %"}""").With("urgency", "4"));
        for (var i = 0; i < 20; i++)
            await server.SubmitNeedAsync(ANeed.Of(Places.Studena).With("area", "\"HEA-D\"").With("urgency", "1"));

        async Task<string[]> FindAsync(FindNeedsRequest request) => Ids(await staff.FindNeedsAsync(request));

        Assert.Equal([pump.Id], await FindAsync(new FindNeedsRequest { Statuses = { "verified", "met" } }));
        Assert.Equal([pump.Id], await FindAsync(new FindNeedsRequest { Query = "ВІННИЦЬКА насосної" }));
        Assert.Equal([pump.Id], await FindAsync(new FindNeedsRequest { Query = "pumping vinnyt" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Query = "skole" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Query = "100 %" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Query = "_" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Query = "ua12080050000062712" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Urgency = 4 }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { RegionCode = "12" }));
        Assert.Equal([school.Id], await FindAsync(new FindNeedsRequest { Category = "war_zone" }));
        Assert.Equal([school.Id, pump.Id], await FindAsync(new FindNeedsRequest { AreaCode = "WAT" }));
        Assert.Empty(await FindAsync(new FindNeedsRequest { Query = "насосної skole" }));
        var second = await staff.FindNeedsAsync(new FindNeedsRequest { Page = 2, PageSize = 20 });
        Assert.Equal((22, 2), (second.Total, second.Rows.Count));
        Assert.Empty((await staff.FindNeedsAsync(new FindNeedsRequest { Page = 3 })).Rows);
    }

    [Fact]
    public async Task What_a_request_may_not_ask_is_told_all_at_once()
    {
        await using var server = await NeedsServer.StartAsync();

        var refused = await GrpcRefusal.OfAsync(server.Grpc(StaffRole.Viewer).FindNeedsAsync(new FindNeedsRequest
        {
            Statuses = { "submitted", "draft" }, Urgency = 5, Category = "peace", Sort = "colour", Page = -3, PageSize = 7, Query = new string('ж', 201),
        }));

        Assert.Equal(
            ["category", "page", "page_size", "query", "sort", "statuses[1]", "urgency"],
            refused.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_need_comes_with_all_that_staff_may_know_of_it_and_its_history()
    {
        await using var server = await NeedsServer.StartAsync();
        var auc = server.Grpc(StaffRole.AucCoordinator);
        var returned = await server.ReturnAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)), """{"question":"How many pumps?"}""");
        server.Clock.Advance(TimeSpan.FromHours(1));
        await server.ReviseAsync(returned, ANeed.Of(Places.Nikopol));
        await auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = returned.Id, Version = 3, PersonDays = 12, Note = "By phone with the mayor's office." });

        var need = await auc.GetNeedAsync(new GetNeedRequest { NeedId = returned.Id });

        Assert.Equal(("verified", 4, "UA12080050000062712", "12"), (need.Status, need.Version, need.HromadaCode, need.RegionCode));
        Assert.Equal(("active_hostilities_services_on", "war_zone"), (need.TerritoryStatus, need.Category));
        Assert.Equal(("Ремонт насосної станції", "Water supply", "medium", 3, 12), (need.Title.Uk, need.AreaNames.En, need.Horizon, need.Urgency, need.PersonDays));
        Assert.Equal(["advice_remote", "expert_visit"], need.DesiredModes);
        Assert.Equal("2027-03-01", need.NeededBy);
        Assert.Equal(["need.submit", "need.return", "need.revise", "need.verify"], need.History.Select(entry => entry.Action));
        Assert.Equal(["", "How many pumps?", "", "By phone with the mayor's office."], need.History.Select(entry => entry.Text));
        Assert.All(need.History, entry => Assert.Equal($"staff:{server.Coordinator}", entry.Who));
        Assert.Equal(NeedsServer.Start.AddHours(1), DateTimeOffset.Parse(need.History[2].At, null));
        Assert.Empty((await auc.FindNeedsAsync(new FindNeedsRequest())).Rows.Single().History);
    }

    [Fact]
    public async Task Needs_are_counted_by_what_coordinators_look_at()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.SubmitNeedAsync();
        await server.SubmitNeedAsync();
        await server.VerifyAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("urgency", "4")));

        var counts = (await server.Grpc(StaffRole.Viewer).CountNeedsAsync(new CountNeedsRequest())).Counts;

        Assert.Equal(
            [("submitted", "WAT", 3, "outside_war_zone", "05", 2), ("verified", "WAT", 4, "war_zone", "12", 1)],
            counts.Select(count => (count.Status, count.AreaCode, count.Urgency, count.Category, count.RegionCode, count.Needs)).Order());
    }

    [Fact]
    public async Task An_id_that_no_need_has_is_not_found()
    {
        await using var server = await NeedsServer.StartAsync();

        foreach (var id in new[] { "", "7", Guid.CreateVersion7().ToString() })
        {
            var refused = await GrpcRefusal.OfAsync(server.Grpc(StaffRole.Viewer).GetNeedAsync(new GetNeedRequest { NeedId = id }));
            Assert.Equal((StatusCode.NotFound, "need_not_found"), (refused.Status, refused.Code));
        }
    }

    private static string[] Ids(FindNeedsReply reply) => [.. reply.Rows.Select(row => row.NeedId)];

    private static Metadata In(string language) => new() { { "accept-language", language } };

    private static async Task<Answer> SubmitLaterAsync(NeedsServer server, System.Text.Json.Nodes.JsonObject need)
    {
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        return await server.SubmitNeedAsync(need);
    }
}
