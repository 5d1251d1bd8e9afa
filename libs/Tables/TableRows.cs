using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>
/// Makes the rows of a table. Limits hold while it is read: a file of ten megabytes can have five million lines, and a packed one may
/// say the same long text in every cell.
/// </summary>
internal sealed class TableRows(TableForm form)
{
    /// <summary>No table here has a hundred; the time that the reader of workbooks takes for a row grows with the square of the columns.</summary>
    public const int MostColumns = 256;

    public const long MostCells = 5_000_000;

    private readonly List<SheetRow> _rows = [];
    private IReadOnlyList<string>? _columns;
    private long _cells;
    private long _characters;

    public bool HasHeader => _columns is not null;

    /// <summary>How many columns have a place in the header.</summary>
    public int Columns => _columns?.Count ?? 0;

    /// <summary>The rows; a table without a header has no column.</summary>
    public IReadOnlyList<SheetRow> All()
    {
        if (!HasHeader) Name([]);
        return _rows;
    }

    public static Refusal TooWide() => ImportFile.Refuse("file_too_large", $"A table has at most {MostColumns} columns.");

    /// <summary>Notes that a line of so many cells comes, before they are made.</summary>
    public void Expect(int cells)
    {
        if (cells > MostColumns) throw TooWide();
        if ((_cells += cells) > MostCells) throw ImportFile.Refuse("file_too_large", $"A table has at most {MostCells} cells.");
    }

    public void Name(IReadOnlyList<string> header) => _columns = form.NameColumns(header);

    public void Add(int line, IReadOnlyList<string> cells)
    {
        // Sheets often end in rows that only have a format, and what is saved of them in lines of separators.
        if (cells.All(cell => cell.Length == 0)) return;
        if (_rows.Count == form.MostRows) throw ImportFile.Refuse("too_many_rows", $"A table has at most {form.MostRows} rows.");
        if ((_characters += cells.Sum(cell => (long)cell.Length)) > form.MostUnpacked)
            throw ImportFile.Refuse("file_too_large", $"All cells together have at most {form.MostUnpacked} characters.");
        var named = new Dictionary<string, string>(Columns, StringComparer.OrdinalIgnoreCase);
        string? beside = null;
        for (var at = 0; at < cells.Count; at++)
            if (at < Columns && _columns![at] is { Length: > 0 } name) named[name] = cells[at];
            else if (cells[at].Length > 0) beside ??= SheetColumn.LetterOf(at);
        _rows.Add(new SheetRow(line, named) { Beside = beside });
    }
}
