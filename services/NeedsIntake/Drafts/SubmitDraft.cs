using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A draft becomes a need, and is a draft no longer.</summary>
internal static class SubmitDraft
{
    /// <summary>
    /// POST /api/v1/needs/drafts/{id}/submit with If-Match: 201 with the need, its address and ETag.
    /// 400 as for a new need; 404 draft_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<Created<NeedView>> HandleAsync(
        Guid id,
        HttpContext http,
        NeedsIntakeDb db,
        DraftDesk desk,
        NeedRules rules,
        NeedVisibility visibility,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (need, hromada) = await RunAsync(id, version => IfMatch.Require(http, version), db, desk, rules, clock, cancellationToken);
        return await SubmitNeed.AnswerAsync(http, need, hromada, visibility, cancellationToken);
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Not found draft_not_found; what <paramref name="requireVersion"/> refuses; invalid as for a new need.</exception>
    internal static async Task<(Need Need, KnownMunicipality Hromada)> RunAsync(
        Guid id,
        Action<long> requireVersion,
        NeedsIntakeDb db,
        DraftDesk desk,
        NeedRules rules,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (draft, _) = await desk.FindAsync(id, cancellationToken);
        requireVersion(draft.Version);
        var (statement, hromada) = await rules.CheckAsync(draft.Content, cancellationToken, DraftDesk.SourceOf(draft));
        var need = SubmitNeed.Add(db, statement, hromada, clock.GetUtcNow());
        draft.Become(need.Id, clock.GetUtcNow());
        db.Audit("need-draft.submit", "need-draft", $"{draft.Id}", new { draft.Version, draft.MunicipalityId }, new { NeedId = need.Id });
        await db.SaveChangesAsync(cancellationToken);
        return (need, hromada);
    }

    /// <summary>The same for who has no Idempotency-Key: a lost answer, a second click and two of them at once make one need.</summary>
    /// <returns>The need's id.</returns>
    /// <exception cref="Refusal">As <see cref="RunAsync"/>.</exception>
    internal static async Task<Guid> OnceAsync(
        Guid id,
        Action<long> requireVersion,
        NeedsIntakeDb db,
        DraftDesk desk,
        NeedRules rules,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await desk.NeedOfAsync(id, cancellationToken) is { } known)
            return known;
        try
        {
            return (await RunAsync(id, requireVersion, db, desk, rules, clock, cancellationToken)).Need.Id;
        }
        catch (Exception late) when (late is DbUpdateConcurrencyException or Refusal { Kind: RefusalKind.NotFound })
        {
            // Another one was faster: before the draft was read, or after.
            db.ChangeTracker.Clear();
            if (await desk.NeedOfAsync(id, cancellationToken) is { } meanwhile)
                return meanwhile;
            throw;
        }
    }
}
