namespace Kommunebro.NeedsIntake.Statistics;

/// <summary>
/// Suppresses small numbers in a table whose total is known: cells below the limit, and when they would follow from the total
/// and the rest, the smallest of the other cells, too (complementary suppression).
/// </summary>
public static class SmallNumbers
{
    /// <summary>Cells below this are not published (domain rule: below 5).</summary>
    public const int Limit = 5;

    /// <summary><paramref name="number"/>, or null when it is below the limit; 0 tells nothing of anybody.</summary>
    public static int? Shown(int number, int below) => number > 0 && number < below ? null : number;

    /// <summary>The cells as they may be shown.</summary>
    public static IReadOnlyList<CountView> Suppress(IReadOnlyList<(string Key, int Needs)> cells, int below)
    {
        var hidden = cells.Where(cell => Shown(cell.Needs, below) is null).Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        // Alone, or so few together that their sum still is small, they could be reckoned from the total.
        while (hidden.Count > 0 && hidden.Count < cells.Count
            && (hidden.Count == 1 || cells.Where(cell => hidden.Contains(cell.Key)).Sum(cell => cell.Needs) < below))
            hidden.Add(cells.Where(cell => !hidden.Contains(cell.Key)).OrderBy(cell => cell.Needs).First().Key);
        return [.. cells.Select(cell => new CountView(cell.Key, hidden.Contains(cell.Key) ? null : cell.Needs))];
    }
}
