namespace Kommunebro.Tables;

/// <summary>One table as a file of either form.</summary>
public static class TableFile
{
    /// <summary>The file's bytes.</summary>
    /// <param name="form">The form.</param>
    /// <param name="language">The language of its reader, which says what stands between the cells of a CSV.</param>
    /// <param name="name">The sheet's name in a workbook, at most 31 characters.</param>
    /// <param name="rows">The rows, the columns' names first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<byte[]> OfAsync(
        TableFormat form, string language, string name, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        if (form == TableFormat.Xlsx)
            await XlsxOut.WriteAsync(file, [new Sheet(name, rows)], cancellationToken);
        else
            await using (var csv = new CsvOut(file, language))
                foreach (var row in rows)
                    await csv.WriteAsync(row);
        return file.ToArray();
    }
}
