using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using NeedDraftMessage = Kommunebro.Contracts.Needs.V1.NeedDraft;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>gRPC: needs that are being written.</summary>
internal sealed partial class NeedsGrpc
{
    private const int DraftsAPage = 50;

    /// <summary>What the caller is writing. invalid_cursor.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<FindDraftsReply> FindDrafts(FindDraftsRequest request, ServerCallContext context)
    {
        var page = await Drafts.FindDrafts.RunAsync(
            new PageRequest(DraftsAPage, Given(request.Cursor)), db, acting, desk, context.CancellationToken);
        return new FindDraftsReply { Drafts = { page.Items.Select(DraftMessage.Of) }, Next = page.Next ?? "" };
    }

    /// <summary>One of them, or the need that it has become. draft_not_found.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<NeedDraftMessage> GetDraft(GetDraftRequest request, ServerCallContext context)
    {
        var id = DraftIdOf(request.DraftId);
        return await desk.NeedOfAsync(id, context.CancellationToken) is { } need
            ? new NeedDraftMessage { DraftId = $"{id}", NeedId = $"{need}" }
            : DraftMessage.Of(await Drafts.GetDraft.RunAsync(id, desk, context.CancellationToken));
    }

    /// <summary>Begins or goes on. draft_not_found; version_mismatch; municipality_fixed; fields.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<NeedDraftMessage> KeepDraft(KeepDraftRequest request, ServerCallContext context)
    {
        var content = NeedForm.Read(request.Fields);
        return DraftMessage.Of(request.Version == 0
            ? await Drafts.KeepDraft.RunAsync(content, db, desk, clock, context.CancellationToken, request.DraftId.Length == 0 ? null : DraftIdOf(request.DraftId))
            : await WriteDraft.RunAsync(
                DraftIdOf(request.DraftId), content, current => IfMatch.Require(request.Version, current), db, desk, clock, context.CancellationToken));
    }

    /// <summary>Throws one away. draft_not_found; version_mismatch.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<DropDraftReply> DropDraft(DropDraftRequest request, ServerCallContext context)
    {
        await Drafts.DropDraft.RunAsync(
            DraftIdOf(request.DraftId), current => IfMatch.Require(request.Version, current), db, desk, context.CancellationToken);
        return new DropDraftReply();
    }

    /// <summary>It becomes a need. draft_not_found; version_mismatch; fields.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<NeedDetail> SubmitDraft(SubmitDraftRequest request, ServerCallContext context)
    {
        var needId = await Drafts.SubmitDraft.OnceAsync(
            DraftIdOf(request.DraftId), current => IfMatch.Require(request.Version, current), db, desk, needRules, clock, context.CancellationToken);
        return await details.GetAsync($"{needId}", context.CancellationToken);
    }

    private static Guid DraftIdOf(string text) => Guid.TryParse(text, out var id) ? id : throw DraftDesk.NotFound();
}
