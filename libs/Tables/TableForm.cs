using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>What a table must be like to be read.</summary>
public sealed record TableForm
{
    /// <summary>The most columns.</summary>
    public const int MostColumns = TableRows.MostColumns;

    /// <summary>The most cells.</summary>
    public const long MostCells = TableRows.MostCells;

    /// <summary>The most characters in a line of a CSV.</summary>
    public const int LongestLine = LineLimit.Most;

    /// <summary>The names of the columns as the rows are to have them, by those in the header, where an empty one stands for none. Refuses a header that will not do.</summary>
    public required Func<IReadOnlyList<string>, IReadOnlyList<string>> NameColumns { get; init; }

    /// <summary>Whether the cells of a row are the columns' names; above them a workbook may have a title.</summary>
    public Func<IReadOnlyCollection<string>, bool> IsHeader { get; init; } = _ => true;

    /// <summary>The sheet of a workbook; null for the first one.</summary>
    public string? Sheet { get; init; }

    /// <summary>How many cells each line of a CSV has at least.</summary>
    public int FewestCells { get; init; }

    /// <summary>The most rows; more than any edition of any register has.</summary>
    public int MostRows { get; init; } = 200_000;

    /// <summary>The most bytes of an unpacked workbook, and the most characters of all cells.</summary>
    public long MostUnpacked { get; init; } = ImportFile.MostUnpacked;

    /// <summary>A table that must have these columns, beside others; case does not count.</summary>
    public static TableForm Requiring(params string[] columns) => new()
    {
        FewestCells = columns.Length,
        NameColumns = header => columns.Except(header, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } missing
            ? throw ImportFile.Refuse("missing_column", $"The first line lacks: {string.Join(", ", missing)}.")
            : header,
    };
}
