using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Matching.Answers;
using Kommunebro.Matching.Explaining;
using Kommunebro.Matching.Overview;
using Kommunebro.Matching.Partnerships;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Scenarios;
using Kommunebro.Matching.Shortlists;
using Kommunebro.Matching.Telling;
using Microsoft.AspNetCore.Authorization;
using Face = Kommunebro.Contracts.Matching.V1.Matching;

namespace Kommunebro.Matching;

/// <summary>
/// The gRPC face: one line a method, with its policy. gRPC wants one class for all of them, so the features' parts are fetched
/// by need instead of being injected all at once.
/// </summary>
internal sealed class MatchingGrpc(IServiceProvider parts) : Face.MatchingBase
{
    [Authorize(AccessPolicies.MatchingRun)]
    public override Task<Run> StartRun(StartRunRequest request, ServerCallContext context) => Part<RunsGrpc>().StartAsync(request, context);

    [Authorize(AccessPolicies.MatchingRun)]
    public override Task<Run> CancelRun(CancelRunRequest request, ServerCallContext context) => Part<RunsGrpc>().CancelAsync(request, context);

    [Authorize(AccessPolicies.MatchingRun)]
    public override Task<Run> StopRun(StopRunRequest request, ServerCallContext context) => Part<RunsGrpc>().StopAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<FindRunsReply> FindRuns(FindRunsRequest request, ServerCallContext context) =>
        Part<RunListsGrpc>().FindAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<Run> GetRun(GetRunRequest request, ServerCallContext context) => Part<RunsGrpc>().GetAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task WatchRun(GetRunRequest request, IServerStreamWriter<Run> responseStream, ServerCallContext context) =>
        Part<RunsGrpc>().WatchAsync(request, responseStream, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<ListUnmatchedReply> ListUnmatched(GetRunRequest request, ServerCallContext context) =>
        Part<RunListsGrpc>().ListUnmatchedAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<FindScenariosReply> FindScenarios(FindScenariosRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().FindAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<Scenario> GetScenario(GetScenarioRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().GetAsync(request, context);

    [Authorize(AccessPolicies.ScenariosWrite)]
    public override Task<Scenario> CreateScenario(CreateScenarioRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().CreateAsync(request, context);

    [Authorize(AccessPolicies.ScenariosWrite)]
    public override Task<Scenario> ReviseScenario(ReviseScenarioRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().ReviseAsync(request, context);

    [Authorize(AccessPolicies.ScenariosWrite)]
    public override Task<Scenario> PutScenarioInForce(ScenarioStepRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().PutInForceAsync(request, context);

    [Authorize(AccessPolicies.ScenariosWrite)]
    public override Task<Scenario> ArchiveScenario(ScenarioStepRequest request, ServerCallContext context) =>
        Part<ScenariosGrpc>().ArchiveAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<WhyNotReply> WhyNot(WhyNotRequest request, ServerCallContext context) =>
        Part<ExplainingGrpc>().WhyNotAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<WhatIfPinnedReply> WhatIfPinned(WhatIfPinnedRequest request, ServerCallContext context) =>
        Part<ExplainingGrpc>().WhatIfAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<RunDiff> DiffRuns(DiffRunsRequest request, ServerCallContext context) =>
        Part<ComparisonsGrpc>().DiffAsync(request, context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<Figures> GetFigures(GetRunRequest request, ServerCallContext context) =>
        Part<ComparisonsGrpc>().FiguresAsync(request, context);

    [Authorize(AccessPolicies.ProposalsRead)]
    public override Task<FindProposalsReply> FindProposals(FindProposalsRequest request, ServerCallContext context) =>
        Part<ProposalsGrpc>().FindAsync(request, context);

    [Authorize(AccessPolicies.ProposalsRead)]
    public override Task<Contracts.Matching.V1.Proposal> GetProposal(GetProposalRequest request, ServerCallContext context) =>
        ProposalsGrpc.ShowAsync(Wire.Id(request.ProposalId, ProposalChange.Unknown), context);

    [Authorize(AccessPolicies.ProposalsPropose)]
    public override Task<Shortlist> GetShortlist(GetShortlistRequest request, ServerCallContext context) =>
        Part<ShortlistsGrpc>().GetAsync(request, context);

    [Authorize(AccessPolicies.ProposalsPropose)]
    public override Task<Contracts.Matching.V1.Proposal> Propose(
        Contracts.Matching.V1.ProposeRequest request, ServerCallContext context) => Part<ProposalsGrpc>().ProposeAsync(request, context);

    [Authorize(AccessPolicies.ProposalsApprove)]
    public override Task<Contracts.Matching.V1.Proposal> ApproveProposal(ApproveProposalRequest request, ServerCallContext context) =>
        Part<ProposalsGrpc>().ApproveAsync(request, context);

    [Authorize(AccessPolicies.ProposalsApprove)]
    public override Task<Contracts.Matching.V1.Proposal> WithdrawProposal(
        Contracts.Matching.V1.WithdrawProposalRequest request, ServerCallContext context) => Part<ProposalsGrpc>().WithdrawAsync(request, context);

    [Authorize(AccessPolicies.AnswersRecord)]
    public override Task<Contracts.Matching.V1.Proposal> RecordAnswer(
        Contracts.Matching.V1.RecordAnswerRequest request, ServerCallContext context) => Part<AnswersGrpc>().RecordAsync(request, context);

    [Authorize(AccessPolicies.LinksCreate)]
    public override Task<Contracts.Matching.V1.AnswerLink> CreateAnswerLink(CreateAnswerLinkRequest request, ServerCallContext context) =>
        Part<AnswersGrpc>().CreateAsync(request, context);

    [Authorize(AccessPolicies.AnswersRelay)]
    public override Task<AskedParty> OpenAnswerLink(OpenAnswerLinkRequest request, ServerCallContext context) =>
        Part<AnswersGrpc>().OpenAsync(request, context);

    [Authorize(AccessPolicies.AnswersRelay)]
    public override Task<AskedParty> AnswerByLink(AnswerByLinkRequest request, ServerCallContext context) =>
        Part<AnswersGrpc>().AnswerAsync(request, context);

    [Authorize(AccessPolicies.PartnershipsSnapshot)]
    public override Task StreamPartnerships(
        StreamPartnershipsRequest request, IServerStreamWriter<PartnershipItem> responseStream, ServerCallContext context) =>
        Part<StreamPartnerships>().RunAsync(responseStream, context.CancellationToken);

    [Authorize(AccessPolicies.PartnershipsRead)]
    public override Task<FindPartnershipsReply> FindPartnerships(FindPartnershipsRequest request, ServerCallContext context) =>
        Part<PartnershipsGrpc>().FindAsync(request, context);

    [Authorize(AccessPolicies.PartnershipsRead)]
    public override Task<Contracts.Matching.V1.Partnership> GetPartnership(GetPartnershipRequest request, ServerCallContext context) =>
        Part<PartnershipsGrpc>().GetAsync(Wire.Id(request.PartnershipId, PartnershipChange.Unknown), context);

    [Authorize(AccessPolicies.PartnershipsWrite)]
    public override Task<Contracts.Matching.V1.Partnership> RegisterPartnership(RegisterPartnershipRequest request, ServerCallContext context) =>
        AfterAsync(Part<PartnershipStepsGrpc>().RegisterAsync(request, context.CancellationToken), context);

    [Authorize(AccessPolicies.PartnershipsWrite)]
    public override Task<Contracts.Matching.V1.Partnership> AddNote(AddNoteRequest request, ServerCallContext context) =>
        AfterAsync(Part<PartnershipStepsGrpc>().NoteAsync(request, context.CancellationToken), context);

    [Authorize(AccessPolicies.PartnershipsWrite)]
    public override Task<Contracts.Matching.V1.Partnership> CompleteFollowUp(CompleteFollowUpRequest request, ServerCallContext context) =>
        AfterAsync(Part<PartnershipStepsGrpc>().CompleteAsync(request, context.CancellationToken), context);

    [Authorize(AccessPolicies.PartnershipsWrite)]
    public override Task<Contracts.Matching.V1.Partnership> ReachStage(ReachStageRequest request, ServerCallContext context) =>
        AfterAsync(Part<PartnershipStepsGrpc>().ReachAsync(request, context.CancellationToken), context);

    [Authorize(AccessPolicies.MatchingRead)]
    public override Task<Contracts.Matching.V1.Overview> GetOverview(GetOverviewRequest request, ServerCallContext context) =>
        Part<GetOverview>().RunAsync(context.CancellationToken);

    private async Task<Contracts.Matching.V1.Partnership> AfterAsync(Task<Guid> step, ServerCallContext context) =>
        await Part<PartnershipsGrpc>().GetAsync(await step, context);

    private T Part<T>()
        where T : notnull => parts.GetRequiredService<T>();
}
