using System.Net;
using System.Net.Http.Headers;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class TwoPeopleTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task The_second_of_two_people_is_told_and_the_work_of_the_first_is_kept()
    {
        var seenByBoth = await _server.SubmitNeedAsync();

        var first = await _server.ReviseAsync(seenByBoth, ANeed.InVinnytsia().With("title", """{"uk":"Перша"}"""));
        var second = await _server.ReviseAsync(seenByBoth, ANeed.InVinnytsia().With("title", """{"uk":"Друга"}"""));

        first.Expect(HttpStatusCode.OK);
        second.ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal("Перша", (string?)(await _server.GetNeedAsync(seenByBoth.Id)).Body["title"]!["uk"]);
    }

    [Fact]
    public async Task Of_parallel_verifications_one_counts()
    {
        await using var server = await NeedsServer.StartAsync(new NeedsServerOptions { MatchingRuns = false });
        for (var round = 0; round < 10; round++)
        {
            var need = await server.SubmitNeedAsync();

            var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(days => server.VerifyAsync(need, $$"""{"personDays":{{days}}}""")));

            var winner = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            foreach (var loser in answers.Where(answer => answer != winner))
                loser.ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
            var stored = await server.GetNeedAsync(need.Id);
            Assert.Equal((int)winner.Body["personDays"]!, (int)stored.Body["personDays"]!);
            Assert.Equal(2, stored.Version);
            Assert.Equal(1, await server.Database.ScalarAsync<long>($"select count(*) from outbox where key = '{need.Id}' and name = '{NeedVerified.MessageName}'"));
            Assert.Equal(2, await server.Database.ScalarAsync<long>($"select count(*) from audit where subject_id = '{need.Id}'"));
        }
    }

    [Fact]
    public async Task Of_two_needs_that_are_marked_as_duplicates_of_each_other_at_once_one_remains()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (await _server.SubmitNeedAsync(), await _server.SubmitNeedAsync());

            var answers = await Task.WhenAll(MarkAsync(one, other), MarkAsync(other, one));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict).ExpectProblem(HttpStatusCode.Conflict, "original_has_ended");
        }

        Task<Answer> MarkAsync(Answer need, Answer of) => _server.StepAsync(need, "mark-duplicate", $$"""{"of":"{{of.Id}}"}""");
    }

    [Theory]
    [InlineData("verify", """{"method":"call"}""")]
    [InlineData("return", """{"question":"Which one?"}""")]
    [InlineData("reject", """{"reasonCode":"duplicate"}""")]
    [InlineData("withdraw", "{}")]
    public async Task Every_step_demands_the_version_that_was_seen(string step, string body)
    {
        var need = await _server.SubmitNeedAsync();

        var blind = await _server.StepAsync(need with { ETag = null }, step, body);
        var stale = await _server.StepAsync(need with { ETag = "\"7\"" }, step, body);

        blind.ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        stale.ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task A_revision_demands_the_version_that_was_seen()
    {
        var need = await _server.SubmitNeedAsync();

        var blind = await _server.ReviseAsync(need with { ETag = null }, ANeed.InVinnytsia());

        blind.ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
    }

    [Fact]
    public async Task Any_version_is_no_version()
    {
        var need = await _server.SubmitNeedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/needs/{need.Id}/verify");
        request.Content = new StringContent("""{"method":"call"}""", MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);

        using var response = await _server.Http.SendAsync(request);

        (await Answer.ReadAsync(response)).ExpectProblem(HttpStatusCode.BadRequest, "invalid_if_match");
    }

    [Fact]
    public async Task A_need_stays_with_its_hromada()
    {
        var need = await _server.SubmitNeedAsync();

        var moved = await _server.ReviseAsync(need, ANeed.Of(Places.Studena));

        moved.ExpectProblem(HttpStatusCode.BadRequest, "municipality_fixed");
        Assert.Equal([("municipality", "municipality_fixed")], moved.Errors);
    }

    [Fact]
    public async Task A_step_on_an_unknown_need_is_not_found()
    {
        var need = await _server.SubmitNeedAsync();
        need.Body["id"] = $"{Guid.CreateVersion7()}";

        (await _server.VerifyAsync(need)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await _server.ReviseAsync(need, ANeed.InVinnytsia())).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
    }
}
