using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>A need beside those that may be the same.</summary>
/// <param name="Need">The need that was asked for.</param>
/// <param name="Others">At most 20: first those that a person linked, then the most alike.</param>
public sealed record DuplicatesView(NeedView Need, IReadOnlyList<LikelyDuplicateView> Others);

/// <summary>One that may be the same.</summary>
/// <param name="Need">The other need.</param>
/// <param name="Likeness">How alike the two are, 0 to 1; null when only a person says so.</param>
/// <param name="Reasons">Why: title_alike, text_alike, same_area; more_urgent when the later one is more urgent than the earlier.</param>
/// <param name="DaysApart">Whole days between the two submissions.</param>
/// <param name="Link">What AUC decided on the two, for staff; null when it did not, and for partners.</param>
public sealed record LikelyDuplicateView(
    NeedView Need, double? Likeness, IReadOnlyList<string> Reasons, int DaysApart, NeedLinkView? Link);

/// <summary>Two needs side by side that nobody has decided on.</summary>
/// <param name="Later">The need that waits.</param>
/// <param name="Other">The most alike other one.</param>
public sealed record LikelyPairView(NeedView Later, LikelyDuplicateView Other);

/// <summary>What a person decided on two needs.</summary>
/// <param name="EarlierId">The earlier need.</param>
/// <param name="LaterId">The later need.</param>
/// <param name="Relation">What the later one is to the earlier.</param>
/// <param name="Note">Why.</param>
/// <param name="Version">Rises with each decision; the ETag, and what If-Match must say.</param>
/// <param name="DecidedAt">When.</param>
public sealed record NeedLinkView(
    Guid EarlierId, Guid LaterId, NeedRelation Relation, string? Note, long Version, DateTimeOffset DecidedAt)
{
    internal static NeedLinkView Of(NeedLink link) =>
        new(link.EarlierId, link.LaterId, link.Relation, link.Note, link.Version, link.DecidedAt);
}
