using System.Net;
using Kommunebro.Contracts.Matching;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>What comes of single steps, beside the status that <see cref="LifeCycleTests"/> hold for all.</summary>
public sealed class StepsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

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

    [Fact]
    public async Task Pauses_in_a_row_end_after_ninety_days_in_all_and_begin_anew_with_a_verification()
    {
        await using var server = await NeedsServer.StartAsync();
        Task<Answer> PauseAsync(Answer seen, string until) =>
            server.StepAsync(seen, "pause", $$"""{"reason":"blackout","until":"{{until}}"}""");
        var need = await server.NeedInAsync("verified");

        var paused = (await PauseAsync(need, "2027-02-20")).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(60));
        var more = await PauseAsync(paused, "2027-03-20");
        more.ExpectProblem(HttpStatusCode.Conflict, "paused_enough");
        server.Clock.Advance(TimeSpan.FromDays(190));
        var renewed = (await server.VerifyAsync(paused)).Expect(HttpStatusCode.OK);

        (await PauseAsync(renewed, "2027-10-01")).Expect(HttpStatusCode.OK);
    }
}
