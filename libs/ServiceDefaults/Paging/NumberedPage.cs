namespace Kommunebro.ServiceDefaults;

/// <summary>A page that a person asks for by its number, beside a total; partners page by cursor.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows a page: 20, 50 or 100.</param>
public sealed record NumberedPage(int Number, int Size)
{
    private const int LastNumber = 1_000_000;

    /// <summary>How many rows stand on the pages before.</summary>
    public int Before => (Number - 1) * Size;

    /// <summary>The page that was asked for, where 0 means not given: the first, of 20. Notes out_of_range.</summary>
    public static NumberedPage Take(Rules rules, int page, int pageSize)
    {
        rules.Check(page is >= 0 and <= LastNumber, "page", "out_of_range", "Pages are counted from 1.");
        rules.Check(pageSize is 0 or 20 or 50 or 100, "page_size", "out_of_range", "A page has 20, 50 or 100 rows.");
        return new NumberedPage(Math.Clamp(page, 1, LastNumber), pageSize is 0 ? 20 : pageSize);
    }
}
