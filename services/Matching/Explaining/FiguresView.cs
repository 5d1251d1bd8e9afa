using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Explaining;

/// <summary>A plan in figures; its formulas stand in docs/matching.md. They are those of the whole plan for every reader.</summary>
/// <param name="Value">Total value, less what partnerships and changes cost.</param>
/// <param name="PriceOfFairness">Value points given up for fairness, against the best plan that was found without regard to it; below 0 when that one was worse. Null for a repair, which does not look for it.</param>
/// <param name="PriceOfFairnessAtMost">The same against every plan.</param>
/// <param name="ByOblast">Coverage by oblast.</param>
/// <param name="ByCategory">Coverage by programme category; "undecided" where there is none yet.</param>
/// <param name="GiniPermille">How unevenly person-days are spread over the coverable hromadas: 0 evenly, 1000 all to one.</param>
/// <param name="TenthPercentileDays">Person-days of the hromada at the tenth percentile of them.</param>
/// <param name="SmallSuppliers">Suppliers below 5,000 inhabitants.</param>
/// <param name="SmallUsedDays">Person-days that the plan takes of them.</param>
/// <param name="SmallAvailableDays">Person-days that they had left before it.</param>
/// <param name="BlockingPairs">Pairs outside the plan that would rather have each other.</param>
/// <param name="Masked">How many groups are left out, because this reader may not see restricted needs and could tell them from groups this small.</param>
public sealed record FiguresView(
    long Value,
    long? PriceOfFairness,
    long? PriceOfFairnessAtMost,
    IReadOnlyList<CoverageView> ByOblast,
    IReadOnlyList<CoverageView> ByCategory,
    int GiniPermille,
    int TenthPercentileDays,
    int SmallSuppliers,
    int SmallUsedDays,
    int SmallAvailableDays,
    int BlockingPairs,
    int Masked)
{
    // Of fewer hromadas a reader could guess which of them has a need that the reader is not told of.
    private const int FewestTold = 3;

    internal static FiguresView Of(StoredFigures stored, string language, NeedSight sight)
    {
        var figures = stored.Figures;
        CoverageFigure[] oblasts = [.. figures.ByOblast.Where(IsTold)];
        CoverageFigure[] categories = [.. figures.ByCategory.Where(IsTold)];
        return new FiguresView(
            figures.Value,
            figures.Fairness?.Found,
            figures.Fairness?.AtMost,
            [.. oblasts.Select(group => CoverageView.Of(group, stored.Oblasts.GetValueOrDefault(group.Group)?.In(language) ?? group.Group))],
            [.. categories.Select(group => CoverageView.Of(group, group.Group))],
            figures.GiniPermille,
            figures.TenthPercentileDays,
            figures.Small.Suppliers,
            figures.Small.UsedDays,
            figures.Small.AvailableDays,
            figures.BlockingPairs,
            figures.ByOblast.Count + figures.ByCategory.Count - oblasts.Length - categories.Length);

        bool IsTold(CoverageFigure group) => sight.Hidden.Count == 0 || group.Hromadas >= FewestTold;
    }
}

/// <summary>Coverage of a group of hromadas.</summary>
/// <param name="Code">The oblast's two KATOTTG digits, or the category.</param>
/// <param name="Name">The oblast's name; the code of a category.</param>
/// <param name="Hromadas">Those that have needs.</param>
/// <param name="Coverable">Those of them that anybody is eligible for, or that are covered.</param>
/// <param name="Covered">Those of them of which at least half of a need is met.</param>
public sealed record CoverageView(string Code, string Name, int Hromadas, int Coverable, int Covered)
{
    internal static CoverageView Of(CoverageFigure group, string name) => new(group.Group, name, group.Hromadas, group.Coverable, group.Covered);
}
