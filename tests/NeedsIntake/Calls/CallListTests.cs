using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Calls;

public sealed class CallListTests
{
    [Fact]
    public async Task Silence_expires_nothing_and_puts_the_town_on_the_call_list_until_somebody_has_spoken_with_it()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.SubmitNeedAsync();
        server.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Empty(await TownsAsync(server));

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var town = Assert.Single(await TownsAsync(server));
        Assert.Equal((Places.Vinnytsia.Code, "silence", need.Id), (Code(town), Reasons(town), (string?)town["reasons"]![0]!["needIds"]![0]));
        Assert.Equal("submitted", (await server.GetNeedAsync(need.Id)).NeedStatus);

        await CallAsync(server, Places.Vinnytsia, """{"outcome":"not_reached","text":"Nobody answers."}""");
        Assert.Equal("not_reached", (string?)Assert.Single(await TownsAsync(server))["lastOutcome"]);
        var reached = await CallAsync(server, Places.Vinnytsia, """{"outcome":"reached","text":"It still stands."}""");

        Assert.Equal((1, 0), ((int)reached.Body["needsHeardOf"]!, (int)reached.Body["tasksDone"]!));
        Assert.Empty(await TownsAsync(server));
    }

    [Theory]
    [InlineData("confirm", "{}")]
    [InlineData("ask", """{"text":"When will you answer?"}""")]
    [InlineData("pause", """{"reason":"attack","until":"2027-04-30"}""")]
    public async Task What_a_hromada_says_or_a_pause_that_it_asks_for_takes_it_off_the_list(string step, string body)
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.SubmitNeedAsync();
        server.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Single(await TownsAsync(server));

        (await server.StepAsync(need, step, body)).Expect(HttpStatusCode.OK);

        Assert.Empty(await TownsAsync(server));
    }

    [Fact]
    public async Task A_question_without_answer_and_a_verification_that_runs_out_are_reasons_too()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.ReturnAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Studena)));
        await server.VerifyAsync(await server.SubmitNeedAsync(), """{"validityDays":40}""");

        server.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal(
            [(Places.Studena.Code, "unanswered"), (Places.Vinnytsia.Code, "runs_out")],
            (await TownsAsync(server)).Select(town => (Code(town), Reasons(town))));
    }

    [Fact]
    public async Task The_days_of_a_question_count_from_the_question_and_an_open_rest_runs_out_like_the_whole()
    {
        await using var server = await NeedsServer.StartAsync();
        var asked = await server.ReturnAsync(await server.SubmitNeedAsync(ANeed.Of(Places.Studena)));
        await server.NeedInAsync("partly_met");
        server.Clock.Advance(TimeSpan.FromDays(10));
        (await server.StepAsync(asked, "reply", """{"text":"By the end of the week, please."}""")).Expect(HttpStatusCode.OK);

        server.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal([(Places.Studena.Code, "unanswered")], (await TownsAsync(server)).Select(town => (Code(town), Reasons(town))));

        server.Clock.Advance(TimeSpan.FromDays(136));
        var town = Assert.Single(await TownsAsync(server), town => Code(town) == Places.Vinnytsia.Code);
        Assert.Contains("runs_out", Reasons(town), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_in_a_call_stands_in_the_history_for_staff_alone()
    {
        await using var server = await NeedsServer.StartAsync();
        using var own = await server.PartnerAsync(Places.Vinnytsia);
        var need = await server.SubmitNeedAsync();

        (await CallAsync(server, Places.Vinnytsia, """{"outcome":"reached","text":"The mayor is against it."}""")).Expect(HttpStatusCode.OK);

        Assert.Equal(("need.call", "The mayor is against it."), await LastStepAsync(server));
        Assert.Equal(("need.call", ""), await LastStepAsync(own));

        async Task<(string, string)> LastStepAsync(NeedsCaller reader)
        {
            var step = (await reader.GetAsync($"/api/v1/needs/{need.Id}/history")).Expect(HttpStatusCode.OK).Items[^1];
            return ((string)step["action"]!, (string)step["text"]!);
        }
    }

    [Fact]
    public async Task A_change_of_territory_status_masks_at_once_and_gives_AUC_a_task_due_within_48_hours()
    {
        await using var server = await NeedsServer.StartAsync();
        using var partner = await server.PartnerAsync(Places.Nikopol);
        var need = await server.VerifyAsync(await server.SubmitNeedAsync());
        Assert.Equal(Places.Vinnytsia.Code, (await partner.GetNeedAsync(need.Id)).Text("municipality"));

        await server.HearAsync(Changed(Places.Vinnytsia, 11, TerritoryStatus.PossibleHostilities));
        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        await server.HearAsync(Changed(Places.Vinnytsia, 12, TerritoryStatus.ActiveHostilities));

        var town = Assert.Single(await TownsAsync(server));
        Assert.Equal("territory_changed", Reasons(town));
        Assert.Equal(1, await server.Database.ScalarAsync<long>("select count(*) from audit where action = 'territory-task.change'"));
        Assert.Equal(NeedsServer.Start.AddHours(48), DateTimeOffset.Parse((string)town["dueAt"]!, null));
        Assert.Equal(1, (int)(await CallAsync(server, Places.Vinnytsia, """{"outcome":"reached"}""")).Body["tasksDone"]!);
        Assert.Empty(await TownsAsync(server));
    }

    [Fact]
    public async Task A_hromada_without_living_needs_or_whose_status_stays_gives_nobody_a_task()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.WithdrawAsync(await server.SubmitNeedAsync());
        await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol));

        await server.HearAsync(Changed(Places.Vinnytsia, 11, TerritoryStatus.PossibleHostilities));
        await server.HearAsync(Changed(Places.Nikopol, 11, Places.Nikopol.TerritoryStatus));
        // Older than what is known.
        await server.HearAsync(Changed(Places.Nikopol, 9, TerritoryStatus.Occupied));

        Assert.Empty(await TownsAsync(server));
    }

    [Fact]
    public async Task The_list_is_AUCs_and_a_bad_call_is_named()
    {
        await using var server = await NeedsServer.StartAsync();
        using var ks = server.Staff(StaffRole.KsCoordinator);
        using var partner = await server.PartnerAsync(Places.Vinnytsia);

        (await ks.GetAsync("/api/v1/needs/call-list")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await partner.GetAsync("/api/v1/needs/call-list")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await CallAsync(server, Places.Vinnytsia, "{}")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        (await CallAsync(server, Changed(Places.Vinnytsia, 1, TerritoryStatus.None) with { Code = "UA05020030000099999" }, """{"outcome":"reached"}"""))
            .ExpectProblem(HttpStatusCode.NotFound, "municipality_not_found");
    }

    private static async Task<IReadOnlyList<JsonObject>> TownsAsync(NeedsServer server) =>
        (await server.GetAsync("/api/v1/needs/call-list")).Expect(HttpStatusCode.OK).Items;

    private static Task<Answer> CallAsync(NeedsServer server, MunicipalityChanged town, string body) =>
        server.SendAsync(HttpMethod.Post, $"call-list/{town.Code}/calls", body, etag: null);

    private static string Code(JsonObject town) => (string)town["municipality"]!;

    private static string Reasons(JsonObject town) => string.Join(' ', town["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!));

    private static MunicipalityChanged Changed(MunicipalityChanged hromada, long version, TerritoryStatus status) =>
        hromada with { Version = version, TerritoryStatus = status };
}
