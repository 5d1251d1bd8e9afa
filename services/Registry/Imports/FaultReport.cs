namespace Kommunebro.Registry.Imports;

/// <summary>Tells the faults of a file by row, in the importer's language.</summary>
internal static class FaultReport
{
    private static readonly Dictionary<string, (string Row, string More)> Words = new(StringComparer.Ordinal)
    {
        ["nb"] = ("Rad {0}, {1}: {2}", "… og {0} feil til."),
        ["uk"] = ("Рядок {0}, {1}: {2}", "… і ще помилок: {0}."),
        ["en"] = ("Row {0}, {1}: {2}", "… and {0} faults more."),
    };

    /// <summary>Writes a line for each of the first, and how many more there are.</summary>
    public static async Task TellAsync(IReadOnlyList<RowFault> faults, string language, TextWriter output)
    {
        var (row, more) = Words[language];
        await ReportLines.WriteAsync(output, [.. faults.Select(fault => ReportLines.Of(row, fault.Line, fault.Field, fault.Tell(language)))], more);
    }
}
