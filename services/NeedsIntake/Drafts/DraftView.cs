using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>A draft as its writer sees it.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Version">Rises with each change; the ETag, and what If-Match must say.</param>
/// <param name="Content">What was written so far.</param>
/// <param name="Missing">What it lacks: to be submitted, and to be verified soon.</param>
/// <param name="ChangedAt">When it was last written on (UTC).</param>
public sealed record DraftView(
    Guid Id, long Version, NeedRequest Content, IReadOnlyList<GuidanceItem> Missing, DateTimeOffset ChangedAt)
{
    internal static DraftView Of(NeedDraft draft, IReadOnlyList<GuidanceItem> missing) =>
        new(draft.Id, draft.Version, draft.Content, missing, draft.ChangedAt);
}
