using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class LifeCycleTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] Statuses = ["submitted", "returned", "verified", "partly_met", "met", "rejected", "withdrawn"];

    /// <summary>Where each legal step leads.</summary>
    private static readonly Dictionary<(string Status, string Step), string> Legal = new()
    {
        [("submitted", "revise")] = "submitted",
        [("submitted", "verify")] = "verified",
        [("submitted", "return")] = "returned",
        [("submitted", "reject")] = "rejected",
        [("submitted", "withdraw")] = "withdrawn",
        [("returned", "revise")] = "submitted",
        [("returned", "withdraw")] = "withdrawn",
        [("verified", "withdraw")] = "withdrawn",
        [("partly_met", "withdraw")] = "withdrawn",
    };

    private readonly NeedsServer _server = fixture.Server;

    public static MatrixTheoryData<string, string> StatusesAndSteps =>
        new(Statuses, ["revise", "verify", "return", "reject", "withdraw"]);

    [Theory]
    [MemberData(nameof(StatusesAndSteps))]
    public async Task A_step_is_done_where_it_is_legal_and_refused_by_name_elsewhere(string status, string step)
    {
        var need = await NeedInAsync(status);

        var answer = await TakeAsync(need, step);

        if (Legal.TryGetValue((status, step), out var next))
        {
            answer.Expect(HttpStatusCode.OK);
            Assert.Equal(next, answer.NeedStatus);
            Assert.Equal(need.Version + 1, answer.Version);
            Assert.Equal($"\"{answer.Version}\"", answer.ETag);
            return;
        }

        answer.ExpectProblem(HttpStatusCode.Conflict, (status, step) == ("verified", "verify") ? "already_verified" : "illegal_step");
        var unchanged = await _server.GetNeedAsync(need.Id);
        Assert.True(JsonNode.DeepEquals(need.Body, unchanged.Body), $"{need.Body} became {unchanged.Body}");
    }

    [Fact]
    public async Task A_refused_step_names_the_status_and_the_legal_steps()
    {
        var returned = await NeedInAsync("returned");
        var met = await NeedInAsync("met");

        var verify = await _server.VerifyAsync(returned);
        var withdraw = await _server.WithdrawAsync(met);

        Assert.Equal("Cannot verify a need that is returned; possible now: revise, withdraw.", verify.Text("detail"));
        Assert.Equal("Cannot withdraw a need that is met; possible now: no step.", withdraw.Text("detail"));
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
    public async Task A_rejection_tells_its_reason()
    {
        var typed = await _server.RejectAsync(await _server.SubmitNeedAsync(), """{"reasonCode":"outside_programme"}""");
        var other = await _server.RejectAsync(
            await _server.SubmitNeedAsync(), """{"reasonCode":"other","text":"The oblast does it already."}""");

        Assert.Equal("outside_programme", typed.Text("rejectionReason"));
        Assert.Equal("other", other.Text("rejectionReason"));
        Assert.Equal("The oblast does it already.", other.Text("rejectionText"));
    }

    private async Task<Answer> NeedInAsync(string status)
    {
        var need = await _server.SubmitNeedAsync();
        if (status == "submitted")
            return need;
        if (status is not ("partly_met" or "met"))
            return (await TakeAsync(need, status switch
            {
                "returned" => "return",
                "verified" => "verify",
                "rejected" => "reject",
                _ => "withdraw",
            })).Expect(HttpStatusCode.OK);
        await _server.VerifyAsync(need);
        await _server.HearAsync(APartnership.Of(need, status == "met" ? PartnershipStage.Closed : PartnershipStage.LetterOfIntent));
        return (await _server.GetNeedAsync(need.Id)).Expect(HttpStatusCode.OK);
    }

    private Task<Answer> TakeAsync(Answer need, string step) => step switch
    {
        "revise" => _server.ReviseAsync(need, ANeed.InVinnytsia().With("urgency", "4")),
        "verify" => _server.VerifyAsync(need),
        "return" => _server.ReturnAsync(need),
        "reject" => _server.RejectAsync(need),
        _ => _server.WithdrawAsync(need),
    };
}
