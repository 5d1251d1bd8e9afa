using System.Globalization;
using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Codifier;

/// <summary>The import of the codifier, as an operator calls it.</summary>
internal sealed class CodifierImport(ImportCodifier import) : IRegisterImport
{
    private const int MostTold = 50;

    public string Register => "katottg";

    public string Help => "  take in all hromadas of the codifier of administrative-territorial units";

    public async Task<bool?> RunAsync(ImportFile file, ImportOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.AreOnly()) return null;
        await using var content = await file.OpenAsync(cancellationToken);
        var report = await import.RunAsync(content, file.Source, options.DryRun, cancellationToken);
        var words = CodifierWords.In(options.Language);
        await FaultReport.TellAsync(report.Faults, options.Language, output);
        await ListAsync(words.New, report.New, words.More, output);
        await ListAsync("{0}", [.. report.Renamed.Select(one => Told(words.Renamed, one.Code, one.Before, one.After))], words.More, output);
        await ListAsync(words.Gone, report.Gone, words.More, output);
        await output.WriteLineAsync(Told(words.Sum, report.Rows, report.Hromadas, report.New.Count, report.Renamed.Count, report.Gone.Count));
        await output.WriteLineAsync(report.Faults.Count > 0 ? words.Faulty : options.DryRun ? words.DryRun : words.Done);
        return report.Faults.Count == 0;
    }

    private static async Task ListAsync(string line, IReadOnlyList<string> items, string more, TextWriter output)
    {
        foreach (var item in items.Take(MostTold))
            await output.WriteLineAsync(Told(line, item));
        if (items.Count > MostTold)
            await output.WriteLineAsync(Told(more, items.Count - MostTold));
    }

    private static string Told(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
