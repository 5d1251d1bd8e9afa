using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>AUC's decisions over gRPC.</summary>
public sealed class StaffDecisionsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    private Contracts.Needs.V1.Needs.NeedsClient Auc => _server.Grpc(StaffRole.AucCoordinator);

    [Fact]
    public async Task Auc_asks_and_the_answer_shows_the_need_after_it_with_its_history()
    {
        var need = await _server.SubmitNeedAsync();

        var returned = await Auc.ReturnNeedAsync(new ReturnNeedRequest { NeedId = need.Id, Version = 1, Question = "How many pumps?" });

        Assert.Equal(("returned", 2, "How many pumps?"), (returned.Status, returned.Version, returned.Question));
        Assert.Equal(["need.submit", "need.return"], returned.History.Select(entry => entry.Action));
        Assert.Equal("returned", (await _server.GetNeedAsync(need.Id)).NeedStatus);
    }

    [Fact]
    public async Task Auc_verifies_and_matching_is_told()
    {
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("personDays", "null").With("effortBand", "\"large\""));

        var verified = await Auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = 1, PersonDays = 30 });

        Assert.Equal(("verified", 30, ""), (verified.Status, verified.PersonDays, verified.EffortBand));
        Assert.Equal(30, (await _server.Matching.WaitForAsync<NeedVerified>(told => $"{told.NeedId}" == need.Id)).PersonDays);
    }

    [Fact]
    public async Task Auc_turns_a_need_down_with_a_reason_that_stands_in_the_history()
    {
        var need = await _server.SubmitNeedAsync();

        var rejected = await Auc.RejectNeedAsync(
            new RejectNeedRequest { NeedId = need.Id, Version = 1, Reason = "other", Text = "The oblast does it already." });

        Assert.Equal(("rejected", "other", "The oblast does it already."), (rejected.Status, rejected.RejectionReason, rejected.RejectionText));
        Assert.Equal("other: The oblast does it already.", rejected.History[^1].Text);
        Assert.Equal(["reopen"], rejected.Steps);
    }

    [Fact]
    public async Task A_decision_on_a_version_that_is_not_current_is_refused_and_changes_nothing()
    {
        var need = await _server.SubmitNeedAsync();
        await _server.ReviseAsync(need, ANeed.InVinnytsia());

        var refusals = new[]
        {
            await GrpcRefusal.OfAsync(Auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = 1 })),
            await GrpcRefusal.OfAsync(Auc.ReturnNeedAsync(new ReturnNeedRequest { NeedId = need.Id, Version = 3, Question = "Why?" })),
            await GrpcRefusal.OfAsync(Auc.RejectNeedAsync(new RejectNeedRequest { NeedId = need.Id, Reason = "duplicate" })),
        };

        Assert.All(refusals, refused => Assert.Equal((StatusCode.Aborted, "version_mismatch"), (refused.Status, refused.Code)));
        Assert.Equal(2, (await _server.GetNeedAsync(need.Id)).Version);
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_time_one_is_told_that_somebody_was_faster()
    {
        var need = await _server.SubmitNeedAsync();
        var verification = Auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = 1 }).ResponseAsync;
        var question = Auc.ReturnNeedAsync(new ReturnNeedRequest { NeedId = need.Id, Version = 1, Question = "How many?" }).ResponseAsync;

        await Task.WhenAll(verification, question).ContinueWith(_ => { }, TaskScheduler.Default);

        var lost = Assert.Single(new Task[] { verification, question }, task => task.IsFaulted);
        Assert.Equal(StatusCode.Aborted, Assert.IsType<RpcException>(lost.Exception!.InnerException).StatusCode);
        Assert.Equal(2, (await _server.GetNeedAsync(need.Id)).Version);
    }

    [Fact]
    public async Task A_decision_that_breaks_a_rule_is_refused_with_the_code_that_REST_tells()
    {
        var need = await _server.SubmitNeedAsync();
        var occupied = await _server.SubmitNeedAsync(ANeed.Of(Places.Melitopol));

        Assert.Equal(
            [("question", "missing_field")],
            (await GrpcRefusal.OfAsync(Auc.ReturnNeedAsync(new ReturnNeedRequest { NeedId = need.Id, Version = 1 }))).Faults);
        Assert.Equal(
            [("reasonCode", "missing_field")],
            (await GrpcRefusal.OfAsync(Auc.RejectNeedAsync(new RejectNeedRequest { NeedId = need.Id, Version = 1 }))).Faults);
        Assert.Equal(
            [("text", "missing_field")],
            (await GrpcRefusal.OfAsync(Auc.RejectNeedAsync(new RejectNeedRequest { NeedId = need.Id, Version = 1, Reason = "other" }))).Faults);
        Assert.Equal(
            [("personDays", "out_of_range"), ("onOccupiedTerritory", "unknown_value")],
            (await GrpcRefusal.OfAsync(Auc.VerifyNeedAsync(
                new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = 1, PersonDays = 0, OnOccupiedTerritory = "somebody" }))).Faults);
        Assert.Equal(
            "occupied_territory", (await GrpcRefusal.OfAsync(Auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = occupied.Id, Version = 1 }))).Code);
        Assert.Equal(
            "need_not_found", (await GrpcRefusal.OfAsync(Auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = "x", Version = 1 }))).Code);
    }

    [Fact]
    public async Task A_reader_is_offered_the_steps_that_are_legal_and_its_own()
    {
        var need = await _server.SubmitNeedAsync();

        async Task<string[]> StepsAsync(params string[] roles) =>
            [.. (await _server.Grpc(roles).GetNeedAsync(new GetNeedRequest { NeedId = need.Id })).Steps];

        Assert.Equal(
            [
                "revise", "review", "verify", "return", "reject", "withdraw", "mark_duplicate", "expire", "suspend", "confirm", "pause",
                "ask", "reply",
            ],
            await StepsAsync(StaffRole.AucCoordinator));
        Assert.Empty(await StepsAsync(StaffRole.KsCoordinator));
        Assert.Empty(await StepsAsync(StaffRole.Viewer));
        await _server.VerifyAsync(need);
        Assert.Equal(
            ["withdraw", "mark_duplicate", "expire", "suspend", "confirm", "pause", "ask", "reply"],
            await StepsAsync(StaffRole.AucCoordinator, StaffRole.KsCoordinator));
        await _server.HearAsync(APartnership.Of(need, PartnershipStage.Closed));
        Assert.Equal(["close"], await StepsAsync(StaffRole.AucCoordinator));
    }

    [Fact]
    public async Task A_verification_that_has_run_out_can_be_renewed()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.VerifyAsync(await server.SubmitNeedAsync());
        server.Clock.Advance(TimeSpan.FromDays(180));
        var auc = server.Grpc(StaffRole.AucCoordinator);

        var seen = await auc.GetNeedAsync(new GetNeedRequest { NeedId = need.Id });
        var renewed = await auc.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = seen.Version });

        Assert.Contains("verify", seen.Steps);
        Assert.DoesNotContain("verify", renewed.Steps);
    }

    [Fact]
    public async Task Only_auc_decides()
    {
        var issuer = await TestIssuer.GetAsync();
        var need = await _server.SubmitNeedAsync();
        string?[] others =
        [
            issuer.Staff(StaffRole.KsCoordinator, StaffRole.Administrator, StaffRole.Viewer),
            issuer.Partner(Guid.CreateVersion7(), AccessPolicies.NeedsRead, AccessPolicies.NeedsWrite),
            issuer.Service(AccessPolicies.SnapshotRead, AccessPolicies.ContactsRead),
        ];

        foreach (var client in others.Select(_server.GrpcWith))
        {
            Assert.Equal(StatusCode.PermissionDenied, (await GrpcRefusal.OfAsync(client.VerifyNeedAsync(new VerifyNeedRequest { Method = "call", NeedId = need.Id, Version = 1 }))).Status);
            Assert.Equal(StatusCode.PermissionDenied, (await GrpcRefusal.OfAsync(client.ReturnNeedAsync(new ReturnNeedRequest { NeedId = need.Id, Version = 1 }))).Status);
            Assert.Equal(StatusCode.PermissionDenied, (await GrpcRefusal.OfAsync(client.RejectNeedAsync(new RejectNeedRequest { NeedId = need.Id, Version = 1 }))).Status);
        }

        var stranger = _server.GrpcWith(null);
        Assert.Equal(StatusCode.Unauthenticated, (await GrpcRefusal.OfAsync(stranger.FindNeedsAsync(new FindNeedsRequest()))).Status);
        Assert.Equal(StatusCode.Unauthenticated, (await GrpcRefusal.OfAsync(stranger.GetNeedAsync(new GetNeedRequest { NeedId = need.Id }))).Status);
        Assert.Equal(StatusCode.Unauthenticated, (await GrpcRefusal.OfAsync(stranger.CountNeedsAsync(new CountNeedsRequest()))).Status);
        Assert.Equal(1, (await _server.GetNeedAsync(need.Id)).Version);
    }
}
