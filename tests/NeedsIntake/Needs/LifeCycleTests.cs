using System.Net;
using System.Text.Json.Nodes;
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
        [("partly_met", "verify")] = "already_verified",
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

    private static string? NextOf(string status, string step)
    {
        var found = Legal[status].Split(' ').Select(rule => rule.Split('>')).SingleOrDefault(rule => rule[0] == step);
        return found is null ? null : found.Length == 2 ? found[1] : status;
    }
}
