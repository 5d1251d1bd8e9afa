using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>One draft.</summary>
internal static class GetDraft
{
    /// <summary>GET /api/v1/needs/drafts/{id}: 200 with the draft, what it lacks, and the ETag. 404 draft_not_found.</summary>
    public static async Task<Ok<DraftView>> HandleAsync(Guid id, HttpContext http, DraftDesk desk, CancellationToken cancellationToken)
    {
        var kept = await RunAsync(id, desk, cancellationToken);
        ETag.Set(http, kept.Draft.Version);
        return TypedResults.Ok(DraftView.Of(kept.Draft, kept.Missing));
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Not found draft_not_found.</exception>
    internal static async Task<KeptDraft> RunAsync(Guid id, DraftDesk desk, CancellationToken cancellationToken)
    {
        var (draft, hromada) = await desk.FindAsync(id, cancellationToken);
        return new KeptDraft(draft, hromada, await MissingAsync(draft, desk, cancellationToken));
    }

    /// <summary>A draft that was right when it was kept may name a day that has passed; it is shown all the same, and that it must be corrected.</summary>
    internal static async Task<IReadOnlyList<GuidanceItem>> MissingAsync(NeedDraft draft, DraftDesk desk, CancellationToken cancellationToken)
    {
        var (missing, wrong) = await desk.LookAsync(draft.Content, draft, cancellationToken);
        return [.. wrong.Select(violation => new GuidanceItem(violation.Field, Demanded: true, GuidanceTexts.NoLongerRight)), .. missing];
    }
}
