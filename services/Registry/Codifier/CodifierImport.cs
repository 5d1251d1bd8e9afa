using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Territory;

namespace Kommunebro.Registry.Codifier;

/// <summary>The import of the codifier, as an operator calls it.</summary>
internal sealed class CodifierImport(ImportCodifier import) : IRegisterImport
{
    public string Register => "katottg";

    public string Help => "  take in all hromadas of the codifier of administrative-territorial units";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly()) return null;
        await using var content = await file.OpenAsync(cancellationToken);
        var report = await import.RunAsync(content, file.Name, options.DryRun, cancellationToken);
        var words = CodifierWords.In(options.Language);
        await FaultReport.TellAsync(report.Faults, options.Language, output);
        await ReportLines.WriteAsync(output, [.. report.New.Select(one => ReportLines.Of(words.New, one))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Renamed.Select(one => ReportLines.Of(words.Renamed, one.Code, one.Before, one.After))], words.More);
        await ReportLines.WriteAsync(output, [.. report.Gone.Select(one => ReportLines.Of(words.Gone, one))], words.More);
        var territory = TerritoryWords.In(options.Language);
        await ReportLines.WriteAsync(output, [.. report.Statuses.Select(change => territory.Change(change))], words.More);
        await output.WriteLineAsync(ReportLines.Of(words.Sum, report.Rows, report.Hromadas, report.New.Count, report.Renamed.Count, report.Gone.Count, report.Settlements));
        await output.WriteLineAsync(report.Faults.Count > 0 ? words.Faulty : options.DryRun ? words.DryRun : words.Done);
        return report.Faults.Count == 0;
    }
}
