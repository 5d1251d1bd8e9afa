namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Suppresses small numbers in a table whose total is known: cells that are few, and when they would follow from the total
/// and the rest, the smallest of the other cells, too (complementary suppression).
/// </summary>
public static class SmallNumbers
{
    /// <summary>Cells below this are not published (domain rule: below 5).</summary>
    public const int Limit = 5;

    /// <summary><paramref name="number"/>, or null when it is below the limit; 0 tells nothing of anybody.</summary>
    public static int? Shown(int number, int below) => number > 0 && number < below ? null : number;

    /// <summary>The cells that may not be shown.</summary>
    /// <param name="cells">All cells of the total.</param>
    /// <param name="areFew">Whether cells, taken together, are too few to be shown.</param>
    /// <param name="size">How great a cell is.</param>
    public static IReadOnlySet<T> Hidden<T>(IReadOnlyCollection<T> cells, Func<IReadOnlyCollection<T>, bool> areFew, Func<T, int> size)
        where T : notnull
    {
        var hidden = cells.Where(cell => areFew([cell])).ToHashSet();
        // Alone, or so few together that their sum still is small, they could be reckoned from the total.
        while (hidden.Count > 0 && hidden.Count < cells.Count && (hidden.Count == 1 || areFew(hidden)))
            hidden.Add(cells.Where(cell => !hidden.Contains(cell)).OrderBy(size).First());
        return hidden;
    }
}
