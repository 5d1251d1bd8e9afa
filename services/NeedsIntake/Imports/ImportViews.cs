using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>An import, and how many rows became what.</summary>
/// <param name="Id">Its id; /api/v1/needs/imports/{id}/rows tells of each row.</param>
/// <param name="DryRun">Whether it was tried only.</param>
/// <param name="Policy">What happened to right rows beside wrong ones.</param>
/// <param name="Language">The language of the report: nb, uk or en.</param>
/// <param name="FileHash">SHA-256 of the file, in hexadecimal digits.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was done; null while it runs, and for good when it was cut off: the same file again goes on.</param>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Outcomes">How many rows became what: imported, valid, already_imported, stands_twice, refused, held_back.</param>
/// <param name="Refused">The first 50 rows that break a rule.</param>
public sealed record ImportView(
    Guid Id,
    bool DryRun,
    ImportPolicy Policy,
    string Language,
    string FileHash,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Rows,
    IReadOnlyDictionary<string, int> Outcomes,
    IReadOnlyList<ImportRowView> Refused);

/// <summary>What became of a row.</summary>
/// <param name="Line">The line or row of the file, from 1.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="NeedId">The need that it is, or has been since an earlier import; null when it is none.</param>
/// <param name="Faults">The rules that it breaks.</param>
public sealed record ImportRowView(int Line, RowOutcome Outcome, Guid? NeedId, IReadOnlyList<ImportFaultView> Faults);

/// <summary>A rule that a row breaks.</summary>
/// <param name="Column">The column's code, e.g. title_uk.</param>
/// <param name="Header">The column's name in the import's language.</param>
/// <param name="Code">The rule's stable name, the same as over the API.</param>
/// <param name="Message">The same in words, in the import's language.</param>
public sealed record ImportFaultView(string Column, string Header, string Code, string Message);

/// <summary>Makes the views.</summary>
internal static class ImportViews
{
    private const int FirstRefused = 50;

    public static async Task<ImportView> OfAsync(NeedsIntakeDb db, NeedImport import, CancellationToken cancellationToken)
    {
        var rows = db.Set<NeedImportRow>().AsNoTracking().Where(row => row.ImportId == import.Id);
        var counts = await rows.GroupBy(row => row.Outcome).Select(group => new { group.Key, Rows = group.Count() }).ToListAsync(cancellationToken);
        var refused = await rows.Where(row => row.Outcome == RowOutcome.Refused).OrderBy(row => row.Line).Take(FirstRefused).ToListAsync(cancellationToken);
        return new ImportView(
            import.Id,
            import.DryRun,
            import.Policy,
            import.Language,
            import.FileHash,
            import.StartedAt,
            import.FinishedAt,
            import.Rows,
            counts.OrderBy(count => count.Key).ToDictionary(count => Contracts.WireName.Of(count.Key), count => count.Rows, StringComparer.Ordinal),
            refused.ConvertAll(row => Of(row, import.Language)));
    }

    public static ImportRowView Of(NeedImportRow row, string language) =>
        new(row.Line, row.Outcome, row.NeedId, [.. row.Faults.Select(fault => Of(fault.Split(':'), language))]);

    private static ImportFaultView Of(string[] fault, string language) =>
        new(fault[0], NeedColumns.Find(fault[0])?.Header[language] ?? fault[0], fault[1], FaultWords.Tell(fault[1], fault.ElementAtOrDefault(2), language));
}
