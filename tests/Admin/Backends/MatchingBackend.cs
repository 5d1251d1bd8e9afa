using Google.Rpc;
using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Matching's face: runs, proposals, answer links.</summary>
public sealed partial class MatchingBackend(Heard heard) : Contracts.Matching.V1.Matching.MatchingBase
{
    /// <summary>Ends the run that is being watched.</summary>
    public TaskCompletionSource RunEnds { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the holder of the link is shown.</summary>
    public AskedParty Asked { get; set; } = MatchingSamples.Asked;

    public override Task<Run> StartRun(StartRunRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Running);

    public override Task<Run> CancelRun(CancelRunRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Running);

    public override Task<FindRunsReply> FindRuns(FindRunsRequest request, ServerCallContext context) =>
        Tell(request, context, new FindRunsReply { Rows = { MatchingSamples.Running, MatchingSamples.Repaired, MatchingSamples.Completed }, Total = 3 });

    public override Task<Run> GetRun(GetRunRequest request, ServerCallContext context) => Tell(request, context, request.RunId switch
    {
        Samples.RunId => MatchingSamples.Completed,
        Samples.RepairId => MatchingSamples.Repaired,
        Samples.RunningId when !RunEnds.Task.IsCompleted => MatchingSamples.Running,
        Samples.RunningId => new Run(MatchingSamples.Completed) { RunId = Samples.RunningId },
        _ => throw Refusals.NotFound("run_not_found"),
    });

    public override async Task WatchRun(GetRunRequest request, IServerStreamWriter<Run> responseStream, ServerCallContext context)
    {
        heard.Note(request, context);
        await responseStream.WriteAsync(new Run(MatchingSamples.Running) { Reached = 39 });
        await RunEnds.Task.WaitAsync(context.CancellationToken);
        await responseStream.WriteAsync(new Run(MatchingSamples.Completed) { RunId = Samples.RunningId });
    }

    public override Task<ListUnmatchedReply> ListUnmatched(GetRunRequest request, ServerCallContext context) => Tell(
        request, context, new ListUnmatchedReply { Rows = { new UnmatchedNeed { Need = Samples.Summary, Reasons = { "Nobody offers this area." } } } });

    public override Task<FindProposalsReply> FindProposals(FindProposalsRequest request, ServerCallContext context) =>
        Tell(request, context, new FindProposalsReply { Rows = { MatchingSamples.Proposal }, Total = 1 });

    public override Task<Proposal> GetProposal(GetProposalRequest request, ServerCallContext context) => Tell(
        request, context, request.ProposalId == Samples.ProposalId ? MatchingSamples.Proposal : throw Refusals.NotFound("proposal_not_found"));

    public override Task<Shortlist> GetShortlist(GetShortlistRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Shortlist);

    public override Task<Proposal> Propose(ProposeRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Proposal);

    public override Task<Proposal> ApproveProposal(ApproveProposalRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Proposal);

    public override Task<Proposal> WithdrawProposal(WithdrawProposalRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Proposal);

    public override Task<Proposal> RecordAnswer(RecordAnswerRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Proposal);

    public override Task<AskedParty> OpenAnswerLink(OpenAnswerLinkRequest request, ServerCallContext context) =>
        Tell(request, context, request.Token == Samples.LinkToken ? Asked : throw Refusals.NotFound("link_not_found"));

    public override Task<AskedParty> AnswerByLink(AnswerByLinkRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        if (!Asked.Open)
            throw Refusals.Of(Code.FailedPrecondition, "link_used");
        Asked = new AskedParty(Asked) { Open = false, ClosedBecause = "used", Answer = new Answer { Accepted = request.Accepted, How = "link" } };
        return Task.FromResult(Asked);
    }

    private Task<T> Tell<T>(object request, ServerCallContext context, T answer)
    {
        heard.Note(request, context);
        return Task.FromResult(answer);
    }
}
