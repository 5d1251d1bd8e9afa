using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>An import as protobuf says it.</summary>
internal static class ImportMessage
{
    /// <summary>What became of the rows, with a page of those that became <paramref name="outcome"/>; null for all.</summary>
    public static ImportReport Of(ImportView import, RowOutcome? outcome, IEnumerable<ImportRowView> rows) => new()
    {
        ImportId = $"{import.Id}",
        DryRun = import.DryRun,
        Policy = WireName.Of(import.Policy),
        StartedAt = NeedDetailMessage.Moment(import.StartedAt),
        FinishedAt = NeedDetailMessage.Moment(import.FinishedAt),
        RowsInFile = import.Rows,
        Outcomes = { import.Outcomes.ToDictionary() },
        Rows = { rows.Select(Of) },
        Total = outcome is { } wanted ? import.Outcomes.GetValueOrDefault(WireName.Of(wanted)) : import.Outcomes.Values.Sum(),
    };

    private static ImportRow Of(ImportRowView row) => new()
    {
        Line = row.Line,
        Outcome = WireName.Of(row.Outcome),
        NeedId = $"{row.NeedId}",
        Faults = { row.Faults.Select(fault => new ImportFault { Header = fault.Header, Message = fault.Message }) },
    };
}
