using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class LifeCycleTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private const string Alongside = "confirm pause ask reply";

    /// <summary>The legal steps by status, each with where it leads; without an arrow it leaves the need where it stands.</summary>
    private static readonly Dictionary<string, string> Legal = new()
    {
        ["submitted"] = "revise review>under_review verify>verified return>returned reject>rejected withdraw>withdrawn "
            + "mark-duplicate>duplicate expire>expired suspend>suspended " + Alongside,
        ["under_review"] = "revise verify>verified return>returned reject>rejected withdraw>withdrawn mark-duplicate>duplicate "
            + "expire>expired suspend>suspended " + Alongside,
        ["returned"] = "revise>submitted answer>submitted withdraw>withdrawn mark-duplicate>duplicate expire>expired suspend>suspended "
            + Alongside,
        ["verified"] = "withdraw>withdrawn mark-duplicate>duplicate expire>expired suspend>suspended " + Alongside,
        ["partly_met"] = "withdraw>withdrawn suspend>suspended close>closed " + Alongside,
        ["met"] = "close>closed",
        ["closed"] = "",
        ["rejected"] = "reopen>submitted",
        ["withdrawn"] = "",
        ["duplicate"] = "reopen>submitted",
        ["expired"] = "withdraw>withdrawn reopen>submitted",
        ["suspended"] = "withdraw>withdrawn resume>submitted ask reply",
    };

    /// <summary>Refused for a reason of their own.</summary>
    private static readonly Dictionary<(string Status, string Step), string> OtherCodes = new()
    {
        [("verified", "verify")] = "already_verified",
        [("under_review", "review")] = "already_reviewer",
        [("submitted", "decide-texts")] = "no_findings",
        [("under_review", "decide-texts")] = "no_findings",
        [("returned", "decide-texts")] = "no_findings",
        [("verified", "decide-texts")] = "no_findings",
        [("partly_met", "decide-texts")] = "no_findings",
    };

    private readonly NeedsServer _server = fixture.Server;

    public static MatrixTheoryData<string, string> StatusesAndSteps => new(NeedCourse.Statuses, NeedCourse.Steps);

    public static TheoryData<string> Statuses => [.. NeedCourse.Statuses];

    [Theory]
    [MemberData(nameof(StatusesAndSteps))]
    public async Task A_step_is_done_where_it_is_legal_and_refused_by_name_elsewhere(string status, string step)
    {
        var need = await _server.NeedInAsync(status);

        var answer = await _server.TakeAsync(_server, need, step);

        if (NextOf(status, step) is { } next)
        {
            answer.Expect(HttpStatusCode.OK);
            Assert.Equal(next, answer.NeedStatus);
            Assert.Equal(need.Version + 1, answer.Version);
            Assert.Equal($"\"{answer.Version}\"", answer.ETag);
            return;
        }

        answer.ExpectProblem(HttpStatusCode.Conflict, OtherCodes.GetValueOrDefault((status, step), "illegal_step"));
        var unchanged = await _server.GetNeedAsync(need.Id);
        Assert.True(JsonNode.DeepEquals(need.Body, unchanged.Body), $"{need.Body} became {unchanged.Body}");
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_hromadas_own_partner_takes_its_steps_and_none_of_AUCs(string status)
    {
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        foreach (var step in NeedCourse.StepsOfTheHromada)
        {
            var answer = await _server.TakeAsync(own, await _server.NeedInAsync(status), step);
            Assert.True(
                answer.Status == (NextOf(status, step) is null ? HttpStatusCode.Conflict : HttpStatusCode.OK), $"{step}: {answer.Body}");
        }

        var need = await _server.NeedInAsync(status);
        foreach (var step in NeedCourse.StepsOfAuc)
            (await _server.TakeAsync(own, need, step)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(need.Version, (await _server.GetNeedAsync(need.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Nobody_else_takes_any_step_and_the_need_stays_as_it_is(string status)
    {
        using var other = await _server.PartnerAsync(Places.Studena);
        using var ks = _server.Staff(Contracts.StaffRole.KsCoordinator, Contracts.StaffRole.Administrator, Contracts.StaffRole.Viewer);
        using var stranger = _server.Stranger();
        var need = await _server.NeedInAsync(status);

        foreach (var step in NeedCourse.Steps)
        {
            (await _server.TakeAsync(ks, need, step)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
            (await _server.TakeAsync(stranger, need, step)).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
            var refused = await _server.TakeAsync(other, need, step);
            if (NeedCourse.StepsOfTheHromada.Contains(step))
                refused.ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
            else
                refused.ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        }

        Assert.True(JsonNode.DeepEquals(need.Body, (await _server.GetNeedAsync(need.Id)).Body));
    }

    [Fact]
    public async Task A_refused_step_names_the_status_and_the_legal_steps()
    {
        var met = await _server.NeedInAsync("met");
        var closed = await _server.NeedInAsync("closed");

        Assert.Equal("Cannot withdraw a need that is met; possible now: close.", (await _server.WithdrawAsync(met)).Text("detail"));
        Assert.Equal("Cannot withdraw a need that is closed; possible now: no step.", (await _server.WithdrawAsync(closed)).Text("detail"));
    }

    [Fact]
    public async Task A_need_goes_back_and_forth_until_it_is_verified()
    {
        var submitted = await _server.SubmitNeedAsync();

        var returned = await _server.ReturnAsync(submitted, """{"question":"How many pumps?"}""");
        var revised = await _server.ReviseAsync(returned, ANeed.InVinnytsia().With("description", """{"en":"Four pumps."}"""));
        var verified = await _server.VerifyAsync(revised);

        Assert.Equal("How many pumps?", returned.Text("question"));
        Assert.Null(revised.Body["question"]);
        Assert.Equal("Four pumps.", (string?)verified.Body["description"]!["en"]);
        Assert.Equal(4, verified.Version);
    }

    [Fact]
    public async Task A_need_that_somebody_reviews_comes_back_to_that_person_and_another_may_take_it_over()
    {
        using var colleague = _server.Staff(Contracts.StaffRole.AucCoordinator);
        var reviewed = await _server.NeedInAsync("under_review");

        var returned = await _server.ReturnAsync(reviewed);
        var answered = await _server.StepAsync(returned, "answer", """{"text":"Four."}""");
        var taken = await colleague.StepAsync(answered, "review", "{}");

        Assert.Equal("under_review", answered.NeedStatus);
        taken.Expect(HttpStatusCode.OK);
        (await colleague.StepAsync(taken, "review", "{}")).ExpectProblem(HttpStatusCode.Conflict, "already_reviewer");
    }

    [Fact]
    public async Task A_rejection_tells_its_reason()
    {
        var typed = await _server.RejectAsync(await _server.SubmitNeedAsync(), """{"reasonCode":"outside_programme"}""");
        var other = await _server.RejectAsync(
            await _server.SubmitNeedAsync(), """{"reasonCode":"other","text":"The oblast does it already."}""");

        Assert.Equal("outside_programme", typed.Text("rejectionReason"));
        Assert.Equal("other", other.Text("rejectionReason"));
        Assert.Equal("The oblast does it already.", other.Text("rejectionText"));
    }

    [Fact]
    public async Task A_duplicate_is_linked_to_another_need_of_the_hromada_that_still_lives()
    {
        var need = await _server.SubmitNeedAsync();
        var elsewhere = await _server.SubmitNeedAsync(ANeed.Of(Places.Studena));
        var gone = await _server.NeedInAsync("withdrawn");
        var other = await _server.NeedInAsync("verified");

        Task<Answer> MarkAsync(Answer of) => _server.StepAsync(need, "mark-duplicate", $$"""{"of":"{{of.Id}}"}""");

        (await MarkAsync(need)).ExpectProblem(HttpStatusCode.BadRequest, "not_its_like");
        (await MarkAsync(elsewhere)).ExpectProblem(HttpStatusCode.BadRequest, "not_its_like");
        (await MarkAsync(gone)).ExpectProblem(HttpStatusCode.Conflict, "original_has_ended");
        Assert.Equal(other.Id, (await MarkAsync(other)).Text("duplicateOf"));
    }

    [Fact]
    public async Task A_suspended_need_goes_on_where_it_stood_also_when_a_partnership_met_it_meanwhile()
    {
        var need = await _server.NeedInAsync("verified");
        var suspended = await _server.StepAsync(need, "suspend", """{"text":"A threat."}""");

        await _server.HearAsync(APartnership.Of(need, PartnershipStage.LetterOfIntent));
        var resumed = await _server.StepAsync(await _server.GetNeedAsync(need.Id), "resume", "{}");

        Assert.Equal(("suspended", "partly_met"), (suspended.NeedStatus, resumed.NeedStatus));
    }

    [Fact]
    public async Task A_pause_lengthens_a_verification_and_cannot_be_shortened()
    {
        var need = await _server.NeedInAsync("verified");
        var until = DateTimeOffset.Parse(need.Text("expiresAt"), null);

        var paused = await _server.StepAsync(need, "pause", """{"reason":"attack","until":"2026-12-02"}""");
        var again = await _server.StepAsync(paused, "pause", """{"reason":"attack","until":"2026-12-02"}""");

        // To the end of that day in Kyiv, which is two hours ahead of UTC.
        var end = new DateTimeOffset(2026, 12, 2, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal(end, DateTimeOffset.Parse(paused.Text("pausedUntil"), null));
        Assert.Equal(until + (end - NeedsServer.Start), DateTimeOffset.Parse(paused.Text("expiresAt"), null));
        again.ExpectProblem(HttpStatusCode.Conflict, "paused_already");
    }

    private static string? NextOf(string status, string step)
    {
        var found = Legal[status].Split(' ').Select(rule => rule.Split('>')).SingleOrDefault(rule => rule[0] == step);
        return found is null ? null : found.Length == 2 ? found[1] : status;
    }
}
