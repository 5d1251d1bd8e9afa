using System.Net;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Correspondence;

public sealed class CorrespondenceTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task Questions_go_both_ways_and_both_sides_read_them_in_order()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await own.SubmitNeedAsync();

        need = await own.StepAsync(need, "ask", """{"text":"Do you need the drawings?"}""");
        need = await _server.StepAsync(need, "reply", """{"text":"No, a list of pumps."}""");
        need = await _server.ReturnAsync(need, """{"question":"How many pumps?"}""");
        need = await own.StepAsync(need, "answer", """{"text":"Four, of 1974."}""");
        await _server.VerifyAsync(need, """{"note":"Plausible."}""");

        string[] actions = ["need.submit", "need.ask", "need.reply", "need.return", "need.answer", "need.verify"];
        var read = (await own.GetAsync($"/api/v1/needs/{need.Id}/history")).Expect(HttpStatusCode.OK).Items;
        Assert.Equal(actions, read.Select(step => (string)step["action"]!));
        Assert.Equal(["partner", "partner", "staff", "staff", "partner", "staff"], read.Select(step => (string)step["by"]!));
        Assert.Equal(
            ["", "Do you need the drawings?", "No, a list of pumps.", "How many pumps?", "Four, of 1974.", ""],
            read.Select(step => (string)step["text"]!));
        var id = Guid.Parse(need.Id);
        Assert.Equal(new NeedAsked(id, 2, Places.Vinnytsia.MunicipalityId), await _server.Notification.WaitForAsync<NeedAsked>(told => told.NeedId == id));
        Assert.Equal(new NeedReplied(id, 3, Places.Vinnytsia.MunicipalityId), await _server.Notification.WaitForAsync<NeedReplied>(told => told.NeedId == id));
        Assert.Equal("Plausible.", (string)(await _server.GetAsync($"/api/v1/needs/{need.Id}/history")).Items[^1]["text"]!);
    }

    [Fact]
    public async Task What_AUC_notes_when_it_marks_a_repeat_is_for_staff()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var (first, again) = (await own.SubmitNeedAsync(), await own.SubmitNeedAsync());
        (await _server.StepAsync(again, "mark-duplicate", $$"""{"of":"{{first.Id}}","text":"The mayor exaggerates"}""")).Expect(HttpStatusCode.OK);

        var read = (await own.GetAsync($"/api/v1/needs/{again.Id}/history")).Expect(HttpStatusCode.OK).Items[^1];
        var noted = (await _server.GetAsync($"/api/v1/needs/{again.Id}/history")).Expect(HttpStatusCode.OK).Items[^1];

        Assert.Equal(("need.mark_duplicate", ""), ((string?)read["action"], (string?)read["text"]));
        Assert.Equal("The mayor exaggerates", (string?)noted["text"]);
    }

    [Fact]
    public async Task The_history_is_not_found_by_who_does_not_see_all_of_the_need()
    {
        using var other = await _server.PartnerAsync(Places.Studena);
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync());

        (await other.GetAsync($"/api/v1/needs/{need.Id}/history")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
    }

    [Fact]
    public async Task Words_stand_in_the_history_alone_and_never_in_the_audit()
    {
        var need = await _server.ReturnAsync(await _server.SubmitNeedAsync(), """{"question":"Who is Olena Kovalenko?"}""");
        await _server.StepAsync(need, "answer", """{"text":"Olena Kovalenko is our engineer."}""");

        var audited = await _server.Database.ScalarAsync<string>(
            $"select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') from audit where subject_id = '{need.Id}'");

        Assert.DoesNotContain("Kovalenko", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("насосної", audited, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"returned\"", audited, StringComparison.Ordinal);
    }
}
