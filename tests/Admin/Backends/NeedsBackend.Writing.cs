using Grpc.Core;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Drafts, and needs that may be the same.</summary>
public sealed partial class NeedsBackend
{
    public override Task<FindDraftsReply> FindDrafts(FindDraftsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new FindDraftsReply { Drafts = { WritingSamples.Draft, new NeedDraft { DraftId = WritingSamples.DraftId, Version = 1, HromadaNames = Samples.Need.HromadaNames, ChangedAt = "2026-11-20T22:30:00Z" } }, Next = "older" });
    }

    public override Task<NeedDraft> GetDraft(GetDraftRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        if (heard.Of<SubmitDraftRequest>().Any(submitted => submitted.DraftId == request.DraftId))
            return Task.FromResult(new NeedDraft { DraftId = request.DraftId, NeedId = Samples.Need.NeedId });
        return request.DraftId == WritingSamples.DraftId ? Task.FromResult(WritingSamples.Draft) : throw Refusals.NotFound("draft_not_found");
    }

    public override Task<NeedDraft> KeepDraft(KeepDraftRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        if (request.Version > 0 && request.Version != WritingSamples.Draft.Version)
            throw Refusals.VersionMismatch();
        var kept = WritingSamples.Draft;
        kept.Version++;
        kept.Fields.Clear();
        kept.Fields.Add(request.Fields);
        return Task.FromResult(kept);
    }

    public override Task<DropDraftReply> DropDraft(DropDraftRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new DropDraftReply());
    }

    public override Task<NeedDetail> SubmitDraft(SubmitDraftRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(Samples.Need);
    }

    public override Task<FindLikelyPairsReply> FindLikelyPairs(FindLikelyPairsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new FindLikelyPairsReply
        {
            Pairs = { new LikelyPair { Later = Samples.Need, Other = WritingSamples.Alike } }, Next = request.Cursor.Length == 0 ? "older" : "",
        });
    }

    public override Task<Duplicates> GetDuplicates(GetDuplicatesRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new Duplicates { Need = Samples.Need, Others = { WritingSamples.Alike } });
    }

    public override Task<LinkNeedsReply> LinkNeeds(LinkNeedsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new LinkNeedsReply { Version = request.Version + 1 });
    }
}
