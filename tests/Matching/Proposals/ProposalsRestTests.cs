using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>Staff's steps by REST: the same as by gRPC, with versions in headers and keys for repetition.</summary>
public sealed class ProposalsRestTests
{
    [Fact]
    public async Task From_idea_to_partnership_each_step_names_its_version_and_can_be_repeated_by_its_key()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        using var ks = desk.StaffHttp(StaffRole.KsCoordinator);
        using var auc = desk.StaffHttp(StaffRole.AucCoordinator);
        var id = (await desk.ProposedAsync()).ProposalId;
        var path = $"proposals/{id}/approve";

        (await desk.Server.PostAsync(path, """{"key":"ks"}""", ks)).ExpectProblem((HttpStatusCode)428, "version_required");
        (await desk.Server.PostAsync(path, """{"key":"ks"}""", ks, seen: 7)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await desk.Server.PostAsync(path, """{"key":"auc"}""", ks, seen: 1)).ExpectProblem(HttpStatusCode.Forbidden, "key_of_other_side");
        (await desk.Server.PostAsync(path, """{"key":"ks","days":3}""", ks, seen: 1)).ExpectProblem(HttpStatusCode.BadRequest, "unknown_field");
        var once = await StepAsync(desk, ks, path, """{"key":"ks"}""", 1);
        var released = await StepAsync(desk, auc, path, """{"key":"auc"}""", Version(once));
        Assert.Equal("with_supplier", (string)released["status"]!);

        path = $"proposals/{id}/record-answer";
        var yes = await StepAsync(desk, ks, path, """{"side":"supplier","accepted":true,"channel":"meeting","answeredOn":"2026-11-20"}""", Version(released));
        var both = await StepAsync(desk, auc, path, """{"side":"hromada","accepted":true,"channel":"phone","answeredOn":"2026-11-23"}""", Version(yes));
        Assert.Equal("accepted", (string)both["status"]!);
        (await desk.Server.PostAsync($"proposals/{id}/withdraw", """{"reason":"too late"}""", ks, Version(both))).ExpectProblem(HttpStatusCode.Conflict, "illegal_step");

        path = $"partnerships/{(string)both["partnershipId"]!}";
        var noted = await StepAsync(desk, ks, $"{path}/notes", """{"text":"They have met","followUpOn":"2026-12-01"}""", 1);
        var done = await StepAsync(desk, auc, $"{path}/follow-up", """{"text":"Good talk"}""", Version(noted));
        Assert.Null(done["followUpOn"]);
        Assert.Equal(6, (await desk.ToldAsync(ProposalChanged.MessageName)).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_says_so_with_its_etag()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        using var ks = desk.StaffHttp(StaffRole.KsCoordinator);
        using var viewer = desk.StaffHttp(StaffRole.Viewer);
        var id = (await desk.ProposedAsync()).ProposalId;

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.PostAsync($"proposals/{id}/withdraw", """{"reason":"not now"}""", viewer, 1)).Status);
        var withdrawn = await StepAsync(desk, ks, $"proposals/{id}/withdraw", """{"reason":"not now"}""", 1);

        Assert.Equal(("withdrawn", 2), ((string)withdrawn["status"]!, Version(withdrawn)));
        using var seen = await viewer.GetAsync(new Uri($"/api/v1/proposals/{id}", UriKind.Relative));
        Assert.Equal("\"2\"", seen.Headers.ETag?.Tag);
    }

    /// <summary>Does a step twice with one key: the second answer is the first, and nothing happens again.</summary>
    private static async Task<JsonObject> StepAsync(Desk desk, HttpClient http, string path, string body, long seen)
    {
        var key = $"{Guid.CreateVersion7()}";
        var first = (await desk.Server.PostAsync(path, body, http, seen, key)).Expect(HttpStatusCode.OK);
        Assert.Equal(first.Text, (await desk.Server.PostAsync(path, body, http, seen, key)).Expect(HttpStatusCode.OK).Text);
        return first.Body;
    }

    private static long Version(JsonObject step) => (long)step["version"]!;
}
