using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Admin.Imports;

/// <summary>What there is to do after an import. The file itself is not kept, so whoever goes on sends it again.</summary>
internal static class NextStep
{
    /// <summary>In the reader's words.</summary>
    public static string Of(ImportReport report, Words words) => report switch
    {
        { FinishedAt: "" } => words["import.next_unfinished"],
        { DryRun: true } => words["import.next_tried"],
        _ when report.Outcomes.ContainsKey("held_back") => words["import.next_held_back"],
        _ when report.Outcomes.ContainsKey("refused") => words["import.next_refused"],
        _ => words["import.next_done"],
    };
}
