using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Coverage;

/// <summary>The hromadas of an oblast and a category, counted.</summary>
/// <param name="OblastCode">The oblast's two digits.</param>
/// <param name="OblastNames">Its name.</param>
/// <param name="Category">The programme category.</param>
/// <param name="Hromadas">How many there are, which everybody can count.</param>
/// <param name="Helped">How many of them are helped.</param>
public sealed record CoverageCell(string OblastCode, LocalizedText OblastNames, ProgrammeCategory? Category, int Hromadas, int Helped)
{
    /// <summary>
    /// Whether <paramref name="cells"/>, taken together, would let few be recognised: fewer than <paramref name="below"/> hromadas at
    /// all, some helped but fewer than that, or all helped but fewer than that. That none of many is helped tells nothing of anybody.
    /// </summary>
    public static bool AreFew(IReadOnlyCollection<CoverageCell> cells, int below)
    {
        var (all, helped) = (cells.Sum(cell => cell.Hromadas), cells.Sum(cell => cell.Helped));
        return all < below || (helped > 0 && (helped < below || all - helped < below));
    }

    /// <summary>The cells of one category that may not be shown beside its total.</summary>
    public static IReadOnlySet<CoverageCell> Hidden(IReadOnlyCollection<CoverageCell> cells, int below) =>
        SmallNumbers.Hidden(cells, few => AreFew(few, below) || (few.Count > 1 && HelpedAreNone(few)), cell => cell.Helped);

    /// <summary>Whether the total of a category may not be shown beside what is shown of its <paramref name="cells"/>.</summary>
    public static bool HidesTotal(IReadOnlyCollection<CoverageCell> cells, int below) =>
        AreFew(cells, below) || (HelpedAreNone(cells) && cells.Any(cell => AreFew([cell], below)));

    /// <summary>Whoever can reckon that of cells together none is helped knows it of each.</summary>
    private static bool HelpedAreNone(IEnumerable<CoverageCell> cells) => cells.All(cell => cell.Helped == 0);
}
