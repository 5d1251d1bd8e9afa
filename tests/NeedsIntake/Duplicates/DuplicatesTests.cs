using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Duplicates;

public sealed class DuplicatesTests : IAsyncLifetime
{
    private NeedsServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NeedsServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_need_told_again_in_other_letters_a_year_later_stands_beside_the_first_and_is_more_urgent()
    {
        var first = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("urgency", "2"));
        _server.Clock.Advance(TimeSpan.FromDays(365));
        var again = await _server.SubmitNeedAsync(ANeed.InVinnytsia()
            .With("title", """{"en":"Remont nasosnoji stanciji"}""").With("neededBy", "null").With("description", "null"));
        await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", """{"uk":"Дах школи"}""").With("area", "\"HEA-D\"").With("neededBy", "null").With("description", "null"));
        await _server.SubmitNeedAsync(ANeed.Of(Places.Studena).With("neededBy", "null"));

        var seen = (await _server.GetAsync($"/api/v1/needs/{again.Id}/duplicates")).Expect(HttpStatusCode.OK);

        Assert.Equal(again.Id, (string?)seen.Body["need"]!["id"]);
        var other = Assert.Single(seen.Body["others"]!.AsArray())!;
        Assert.Equal(first.Id, (string?)other["need"]!["id"]);
        Assert.Equal("Ремонт насосної станції", (string?)other["need"]!["title"]!["uk"]);
        Assert.InRange((double)other["likeness"]!, 0.8, 1);
        Assert.Equal(["title_alike", "same_area", "more_urgent"], other["reasons"]!.AsArray().Select(reason => (string?)reason));
        Assert.Equal(365, (int)other["daysApart"]!);
        Assert.Null(other["link"]);
    }

    [Fact]
    public async Task A_need_with_another_title_is_found_by_its_description()
    {
        const string Text = """{"uk":"Насоси першого підйому працюють з 1974 року, потрібна порада щодо заміни та навчання операторів"}""";
        var first = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", """{"uk":"Водоканал"}""").With("description", Text));
        var again = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", """{"uk":"Порада інженера"}""").With("description", Text));

        var other = Assert.Single((await DuplicatesOfAsync(again)).AsArray())!;

        Assert.Equal(first.Id, (string?)other["need"]!["id"]);
        Assert.Equal(["text_alike", "same_area"], other["reasons"]!.AsArray().Select(reason => (string?)reason));
    }

    [Fact]
    public async Task A_person_says_what_two_needs_are_to_each_other_and_both_stay_as_they_are()
    {
        var (first, again) = await SubmitTwiceAsync();

        var linked = (await LinkAsync(first, again, """{"relation":"escalation","note":"The pumps have stopped"}""")).Expect(HttpStatusCode.Created);

        Assert.Equal((first.Id, again.Id), (linked.Text("earlierId"), linked.Text("laterId")));
        foreach (var (need, other) in new[] { (first, again), (again, first) })
        {
            var view = Assert.Single((await DuplicatesOfAsync(need)).AsArray())!;
            Assert.Equal(other.Id, (string?)view["need"]!["id"]);
            Assert.Equal(("escalation", "The pumps have stopped"), ((string?)view["link"]!["relation"], (string?)view["link"]!["note"]));
            Assert.Equal(("submitted", 1), ((await _server.GetNeedAsync(need.Id)).NeedStatus, (await _server.GetNeedAsync(need.Id)).Version));
        }

        Assert.Equal(2, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'need.link'"));
        // A note may name people, and the audit is kept longer than they are.
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from audit where audit::text like '%have stopped%'"));
    }

    [Fact]
    public async Task What_AUC_notes_on_two_needs_is_in_both_histories_for_staff_and_nowhere_for_the_hromada()
    {
        using var owner = await _server.PartnerAsync(Places.Vinnytsia);
        using var viewer = _server.Staff(StaffRole.KsCoordinator);
        var (first, again) = await SubmitTwiceAsync();
        var unlike = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", """{"uk":"Дах школи"}""").With("area", "\"HEA-D\"").With("description", "null"));
        foreach (var other in new[] { again, unlike })
            (await LinkAsync(first, other, """{"relation":"duplicate","note":"The mayor exaggerates"}""")).Expect(HttpStatusCode.Created);

        foreach (var need in new[] { first, again })
        {
            Assert.Equal("The mayor exaggerates", await NoteInHistoryAsync(viewer, need));
            Assert.Equal("", await NoteInHistoryAsync(owner, need));
        }

        var seen = (await owner.GetAsync($"/api/v1/needs/{first.Id}/duplicates")).Expect(HttpStatusCode.OK);
        var alike = Assert.Single(seen.Body["others"]!.AsArray())!;
        Assert.Equal(again.Id, (string?)alike["need"]!["id"]);
        Assert.Null(alike["link"]);
        Assert.DoesNotContain("exaggerates", $"{seen.Body}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_and_was_told_before_is_listed_until_somebody_decides()
    {
        var (first, again) = await SubmitTwiceAsync();
        await _server.SubmitNeedAsync(ANeed.Of(Places.Studena));

        var newest = (await _server.GetAsync("/api/v1/needs/duplicates?limit=1")).Expect(HttpStatusCode.OK);
        var older = (await _server.GetAsync($"/api/v1/needs/duplicates?limit=1&cursor={newest.Text("next")}")).Expect(HttpStatusCode.OK);
        await LinkAsync(first, again, """{"relation":"different"}""");
        var decided = (await _server.GetAsync("/api/v1/needs/duplicates")).Expect(HttpStatusCode.OK);

        Assert.Equal((again.Id, first.Id), PairOf(Assert.Single(newest.Items)));
        Assert.Equal((first.Id, again.Id), PairOf(Assert.Single(older.Items)));
        Assert.Null(older.Body["next"]);
        Assert.Empty(decided.Items);
    }

    [Fact]
    public async Task A_decision_is_changed_only_by_who_has_seen_it()
    {
        var (first, again) = await SubmitTwiceAsync();
        var linked = await LinkAsync(first, again, """{"relation":"duplicate"}""");

        (await LinkAsync(again, first, """{"relation":"different"}""")).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await LinkAsync(again, first, """{"relation":"different"}""", "\"9\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var anew = (await LinkAsync(again, first, """{"relation":"different"}""", linked.ETag)).Expect(HttpStatusCode.OK);

        Assert.Equal(("different", 2), (anew.Text("relation"), anew.Version));
    }

    [Fact]
    public async Task Wrong_links_are_refused_by_name()
    {
        var (first, elsewhere) = (await _server.SubmitNeedAsync(), await _server.SubmitNeedAsync(ANeed.Of(Places.Studena)));

        (await LinkAsync(first, first, """{"relation":"duplicate"}""")).ExpectProblem(HttpStatusCode.BadRequest, "same_need");
        (await LinkAsync(first, elsewhere, """{"relation":"duplicate"}""")).ExpectProblem(HttpStatusCode.BadRequest, "other_hromada");
        (await LinkAsync(first, elsewhere, "{}")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        (await LinkAsync(first, elsewhere, """{"relation":"twin"}""")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await _server.SendAsync(HttpMethod.Put, $"{first.Id}/duplicates/{Guid.CreateVersion7()}", """{"relation":"related"}""", null))
            .ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
    }

    [Fact]
    public async Task Another_partner_is_shown_no_duplicates_that_it_does_not_see()
    {
        using var owner = await _server.PartnerAsync(Places.Nikopol);
        using var stranger = await _server.PartnerAsync(Places.Studena);
        using var viewer = _server.Staff(StaffRole.Viewer);
        var first = await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol));
        var secret = await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\""));

        var own = (await owner.GetAsync($"/api/v1/needs/{first.Id}/duplicates")).Expect(HttpStatusCode.OK);
        var viewed = (await viewer.GetAsync($"/api/v1/needs/{first.Id}/duplicates")).Expect(HttpStatusCode.OK);

        Assert.Equal(secret.Id, (string?)Assert.Single(own.Body["others"]!.AsArray())!["need"]!["id"]);
        Assert.DoesNotContain("Ремонт", $"{viewed.Body["others"]}", StringComparison.Ordinal);
        foreach (var need in new[] { first, secret })
            (await stranger.GetAsync($"/api/v1/needs/{need.Id}/duplicates")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await owner.GetAsync("/api/v1/needs/duplicates")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<(Answer First, Answer Again)> SubmitTwiceAsync()
    {
        var first = await _server.SubmitNeedAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        return (first, await _server.SubmitNeedAsync());
    }

    private static async Task<string?> NoteInHistoryAsync(NeedsCaller reader, Answer need) =>
        (string?)(await reader.GetAsync($"/api/v1/needs/{need.Id}/history")).Expect(HttpStatusCode.OK).Items
            .Last(step => (string?)step["action"] == "need.link")["text"];

    private async Task<JsonNode> DuplicatesOfAsync(Answer need) =>
        (await _server.GetAsync($"/api/v1/needs/{need.Id}/duplicates")).Expect(HttpStatusCode.OK).Body["others"]!;

    private Task<Answer> LinkAsync(Answer one, Answer other, string body, string? etag = null) =>
        _server.SendAsync(HttpMethod.Put, $"{one.Id}/duplicates/{other.Id}", body, etag);

    private static (string?, string?) PairOf(JsonObject pair) => ((string?)pair["later"]!["id"], (string?)pair["other"]!["need"]!["id"]);
}
