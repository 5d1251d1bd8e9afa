using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Duplicates;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using LikelyPairMessage = Kommunebro.Contracts.Needs.V1.LikelyPair;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>gRPC: needs that may be the same, and what AUC decides on them.</summary>
internal sealed partial class NeedsGrpc
{
    private const int PairsAPage = 20;

    /// <summary>Needs that wait beside what they may repeat. invalid_cursor.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<FindLikelyPairsReply> FindLikelyPairs(FindLikelyPairsRequest request, ServerCallContext context)
    {
        var page = await FindDuplicates.RunAsync(
            new PageRequest(PairsAPage, Given(request.Cursor)), db, sideBySide, context.CancellationToken);
        var reply = new FindLikelyPairsReply { Next = page.Next ?? "" };
        foreach (var (later, other) in page.Items)
            reply.Pairs.Add(new LikelyPairMessage
            {
                Later = await details.OfAsync(later, context.CancellationToken), Other = await OtherAsync(other, context.CancellationToken),
            });
        return reply;
    }

    /// <summary>One beside all that may be the same. need_not_found.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<Contracts.Needs.V1.Duplicates> GetDuplicates(GetDuplicatesRequest request, ServerCallContext context)
    {
        var (one, others) = await Duplicates.GetDuplicates.RunAsync(IdOf(request.NeedId), db, visibility, sideBySide, context.CancellationToken);
        var reply = new Contracts.Needs.V1.Duplicates { Need = await details.OfAsync(one, context.CancellationToken) };
        foreach (var other in others)
            reply.Others.Add(await OtherAsync(other, context.CancellationToken));
        return reply;
    }

    /// <summary>What two needs are to each other. need_not_found; same_need, other_hromada; version_mismatch; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<LinkNeedsReply> LinkNeeds(LinkNeedsRequest request, ServerCallContext context)
    {
        var (link, _) = await Duplicates.LinkNeeds.RunAsync(
            IdOf(request.NeedId), IdOf(request.OtherId), new LinkRequest(Given(request.Relation), Given(request.Note)),
            current => IfMatch.Require(request.Version, current), db, clock, context.CancellationToken);
        return new LinkNeedsReply { Version = link.Version };
    }

    private async Task<LikelyDuplicate> OtherAsync(OtherNeed other, CancellationToken cancellationToken)
    {
        var message = new LikelyDuplicate
        {
            Need = await details.OfAsync(other.Row, cancellationToken),
            Reasons = { other.Reasons },
            DaysApart = other.DaysApart,
            Relation = NeedDetailMessage.Name(other.Link?.Relation),
            Note = other.Link?.Note ?? "",
            Version = other.Link?.Version ?? 0,
        };
        if (other.Likeness is { } likeness)
            message.Likeness = likeness;
        return message;
    }
}
