using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

// Partnerships and the dashboard's numbers.
public sealed partial class MatchingBackend
{
    public override Task<FindPartnershipsReply> FindPartnerships(FindPartnershipsRequest request, ServerCallContext context) =>
        Tell(request, context, new FindPartnershipsReply { Rows = { MatchingSamples.Partnership }, Total = 1 });

    public override Task<Partnership> GetPartnership(GetPartnershipRequest request, ServerCallContext context) => Tell(
        request, context, request.PartnershipId == Samples.PartnershipId ? MatchingSamples.Partnership : throw Refusals.NotFound("partnership_not_found"));

    public override Task<Partnership> RegisterPartnership(RegisterPartnershipRequest request, ServerCallContext context) =>
        Tell(request, context, MatchingSamples.Partnership);

    public override Task<Partnership> AddNote(AddNoteRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Partnership);

    public override Task<Partnership> CompleteFollowUp(CompleteFollowUpRequest request, ServerCallContext context) =>
        Tell(request, context, MatchingSamples.Partnership);

    public override Task<Partnership> ReachStage(ReachStageRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Partnership);

    public override Task<Overview> GetOverview(GetOverviewRequest request, ServerCallContext context) => Tell(request, context, MatchingSamples.Overview);
}
