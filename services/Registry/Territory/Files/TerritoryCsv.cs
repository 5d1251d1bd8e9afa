using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>
/// The list as CSV. Columns: katottg, category, start_date; name_uk, end_date and except_katottg may be missing. A cell may hold several
/// dates, and several codes.
/// </summary>
internal static class TerritoryCsv
{
    /// <exception cref="ServiceDefaults.Refusal">What <see cref="CsvTable.Read"/> refuses.</exception>
    public static IReadOnlyList<PrintedRow> Read(Stream content) =>
    [
        .. CsvTable.Read(content, TableForm.Requiring("katottg", "category", "start_date")).Select(row => new PrintedRow(
            row.Line, row["katottg"], row["name_uk"], row["category"], row["start_date"], row["end_date"], row["except_katottg"])),
    ];
}
