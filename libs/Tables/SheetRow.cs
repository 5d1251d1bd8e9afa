namespace Kommunebro.Tables;

/// <summary>A row of a table by the names of its columns.</summary>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Cells">The cells by column, without white space around them.</param>
public sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of a column; empty where there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
