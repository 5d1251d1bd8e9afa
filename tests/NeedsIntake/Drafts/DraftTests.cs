using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Drafts;

public sealed class DraftTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_paragraph_is_enough_for_a_draft_and_it_says_what_else_is_demanded()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);

        var draft = (await KeepAsync(own, Thin())).Expect(HttpStatusCode.Created);

        Assert.Equal(
            ["area", "horizon", "languages", "sensitivity", "title", "urgency"],
            draft.Body["missing"]!.AsArray().Select(item => (string)item!["field"]!).Order(StringComparer.Ordinal));
        Assert.All(draft.Body["missing"]!.AsArray(), item => Assert.True((bool)item!["demanded"]!));
        Assert.Equal("Насоси не працюють.", (string?)(await own.GetAsync($"/api/v1/needs/drafts/{draft.Id}")).Body["content"]!["description"]!["uk"]);
        Assert.DoesNotContain((await own.FindNeedsAsync("?limit=200")).Items, item => (string?)item["id"] == draft.Id);
    }

    [Fact]
    public async Task A_draft_is_written_on_and_submitted_once()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var draft = await KeepAsync(own, Thin());

        var early = await SubmitAsync(own, draft);
        var written = await own.SendAsync(HttpMethod.Put, $"drafts/{draft.Id}", ANeed.InVinnytsia().ToJsonString(), draft.ETag);
        var need = (await SubmitAsync(own, written)).Expect(HttpStatusCode.Created);
        var again = await SubmitAsync(own, written);

        early.ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.All(written.Body["missing"]!.AsArray(), item => Assert.False((bool)item!["demanded"]!));
        Assert.Equal("submitted", need.NeedStatus);
        again.ExpectProblem(HttpStatusCode.NotFound, "draft_not_found");
        Assert.Equal(need.Id, await _server.Database.ScalarAsync<string>(
            $"select after ->> 'needId' from audit where action = 'need-draft.submit' and subject_id = '{draft.Id}'"));
    }

    [Fact]
    public async Task A_day_that_has_passed_is_shown_as_one_that_no_longer_holds()
    {
        await using var server = await NeedsServer.StartAsync();
        var draft = await KeepAsync(server, ANeed.InVinnytsia().With("neededBy", "\"2026-12-01\""));
        server.Clock.Advance(TimeSpan.FromDays(30));

        var item = Assert.Single(
            (await server.GetAsync($"/api/v1/needs/drafts/{draft.Id}")).Body["missing"]!.AsArray(), item => (string)item!["field"]! == "neededBy")!;

        Assert.True((bool)item["demanded"]!);
        Assert.StartsWith("This no longer holds", (string)item["why"]!["en"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_and_wrong_is_refused_with_its_code_and_nothing_else()
    {
        var answer = await KeepAsync(_server, Thin().With("urgency", "9").With("cost", """{"estimated":5}"""));

        answer.ExpectProblem(HttpStatusCode.BadRequest, "out_of_range");
        Assert.Equal([("urgency", "out_of_range")], answer.Errors);
    }

    [Fact]
    public async Task Anothers_draft_is_not_found_whatever_is_wanted_of_it()
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        using var other = await _server.PartnerAsync(Places.Studena);
        var draft = await KeepAsync(own, Thin());

        (await other.GetAsync($"/api/v1/needs/drafts/{draft.Id}")).ExpectProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await other.SendAsync(HttpMethod.Put, $"drafts/{draft.Id}", Thin().ToJsonString(), draft.ETag)).ExpectProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await SubmitAsync(other, draft)).ExpectProblem(HttpStatusCode.NotFound, "draft_not_found");
        Assert.DoesNotContain((await other.GetAsync("/api/v1/needs/drafts?limit=200")).Items, item => (string?)item["id"] == draft.Id);
        Assert.Contains((await own.GetAsync("/api/v1/needs/drafts?limit=200")).Items, item => (string?)item["id"] == draft.Id);
        (await KeepAsync(other, Thin())).ExpectProblem(HttpStatusCode.BadRequest, "unknown_municipality");
    }

    [Fact]
    public async Task Of_two_who_write_on_the_second_is_told()
    {
        var draft = await KeepAsync(_server, Thin());

        (await _server.SendAsync(HttpMethod.Put, $"drafts/{draft.Id}", ANeed.InVinnytsia().ToJsonString(), draft.ETag)).Expect(HttpStatusCode.OK);

        (await _server.SendAsync(HttpMethod.Put, $"drafts/{draft.Id}", Thin().ToJsonString(), draft.ETag))
            .ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await _server.SendAsync(HttpMethod.Put, $"drafts/{draft.Id}", ANeed.Of(Places.Studena).ToJsonString(), "\"2\""))
            .ExpectProblem(HttpStatusCode.BadRequest, "municipality_fixed");
    }

    private static JsonObject Thin() => new()
    {
        ["municipality"] = Places.Vinnytsia.Code,
        ["description"] = new JsonObject { ["uk"] = "Насоси не працюють." },
    };

    private static Task<Answer> KeepAsync(NeedsCaller caller, JsonObject draft) =>
        caller.SendAsync(HttpMethod.Post, "drafts", draft.ToJsonString(), etag: null);

    private static Task<Answer> SubmitAsync(NeedsCaller caller, Answer draft) =>
        caller.SendAsync(HttpMethod.Post, $"drafts/{draft.Id}/submit", "{}", draft.ETag);
}
