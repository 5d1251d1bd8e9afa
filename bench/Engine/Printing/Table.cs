namespace Kommunebro.Bench.Engine.Printing;

/// <summary>A table of columns that blanks separate: the first at the left, all others at the right.</summary>
/// <param name="headers">The first line.</param>
internal sealed class Table(params string[] headers)
{
    private readonly List<string[]> _rows = [headers];

    /// <summary>Adds a line.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints all lines.</summary>
    public void Print()
    {
        int[] widths = [.. headers.Select((_, column) => _rows.Max(row => row[column].Length))];
        Console.WriteLine();
        foreach (var row in _rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
    }
}
