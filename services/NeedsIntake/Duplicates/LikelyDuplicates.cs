using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>A need and another of its hromada that may be the same.</summary>
internal sealed class LikelyPair
{
    public required Guid NeedId { get; init; }

    public required Guid OtherId { get; init; }

    /// <summary>How alike the titles are, 0 to 1.</summary>
    public required double Title { get; init; }

    /// <summary>How alike the descriptions are, 0 to 1; 0 where one has none.</summary>
    public required double Text { get; init; }

    /// <summary>All of it together, 0 to 1.</summary>
    public required double Likeness { get; init; }
}

/// <summary>
/// Finds needs that may be the same: of one hromada, alike in title or description in any two languages or scripts, whatever
/// became of them and however long ago. A rule of thumb for people, who decide; nothing is dropped or merged by it.
/// </summary>
internal static class LikelyDuplicates
{
    /// <summary>From here on a pair is shown: of the same area from 0.41 alike, of different ones from 0.59.</summary>
    public const double Threshold = 0.5;

    private const double WeightOfTexts = 0.85;

    private const double WeightOfArea = 0.15;

    // Descriptions share turns of phrase that say nothing.
    private const double TrustInDescriptions = 0.9;

    /// <summary>For each of <paramref name="needs"/> the others that are likely the same, the most alike first.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="needs">Which.</param>
    /// <param name="most">How many others of each.</param>
    /// <param name="undecided">Whether those on which a person has decided are left out.</param>
    public static IQueryable<LikelyPair> Of(NeedsIntakeDb db, IQueryable<Need> needs, int most, bool undecided = false) =>
        from one in needs
        from pair in (
            from other in db.Needs.AsNoTracking()
            where other.MunicipalityId == one.MunicipalityId && other.Id != one.Id
            let title = TextLikeness.OfKeys(
                EF.Property<string[]>(one, TextLikeness.TitleKeys), EF.Property<string[]>(other, TextLikeness.TitleKeys)) ?? 0
            let text = (double?)EF.Functions.TrigramsSimilarity(
                EF.Property<string>(one, TextLikeness.TextKey), EF.Property<string>(other, TextLikeness.TextKey)) ?? 0
            let likeness = (WeightOfTexts * Math.Max(title, TrustInDescriptions * text))
                + (one.Statement.AreaCode == other.Statement.AreaCode ? WeightOfArea : 0)
            where likeness >= Threshold && (!undecided || !db.Set<NeedLink>().Any(link =>
                (link.EarlierId == one.Id && link.LaterId == other.Id) || (link.EarlierId == other.Id && link.LaterId == one.Id)))
            orderby likeness descending, other.Id descending
            select new LikelyPair { NeedId = one.Id, OtherId = other.Id, Title = title, Text = text, Likeness = likeness }).Take(most)
        select pair;
}
