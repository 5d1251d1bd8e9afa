namespace Kommunebro.Tables;

/// <summary>A row of a table by the names of its columns.</summary>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Cells">The cells by column, without white space around them.</param>
public sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The letters of the first column without a name in which the row has a text; null when there is none.</summary>
    public string? Beside { get; init; }

    /// <summary>The cell of a column; empty where there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
