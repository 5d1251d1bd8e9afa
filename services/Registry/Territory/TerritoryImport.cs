using System.Globalization;
using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Territory;

/// <summary>The import of the list of territories, as an operator calls it.</summary>
internal sealed class TerritoryImport(ImportTerritory import) : IRegisterImport
{
    public string Register => "territory";

    public string Help => "--order N --published YYYY-MM-DD   take in an edition of the official list of territories";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly("--order", "--published") || options["--order"] is not { } order
            || !DateOnly.TryParseExact(options["--published"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published))
            return null;
        await using var content = await file.OpenAsync(cancellationToken);
        var report = await import.RunAsync(content, new EditionOrigin(order, published, file.Name), options.DryRun, cancellationToken);
        await TellAsync(report, options.Language, output);
        return report.Outcome != TerritoryOutcome.Faulty;
    }

    private static async Task TellAsync(TerritoryReport report, string language, TextWriter output)
    {
        var words = TerritoryWords.In(language);
        await FaultReport.TellAsync(report.Faults, language, output);
        await ReportLines.WriteAsync(output, [.. report.Unresolved.Select(row => ReportLines.Of(words.Unresolved, row.Line, row.Code))], words.MoreUnresolved);
        foreach (var change in report.Changes)
            await output.WriteLineAsync(words.Change(change));
        await output.WriteLineAsync(ReportLines.Of(
            words.Sum, report.Rows, report.Periods, report.Added, report.Ended, report.Removed, report.Changes.Count));
        await output.WriteLineAsync(words.Outcomes[report.Outcome]);
    }
}
