using System.Globalization;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Territory;

/// <summary>Imports an edition of the list from a file or an address, and reports row by row.</summary>
internal sealed class ImportTerritoryCommand(ImportTerritory import, AuditActor actor) : IServiceCommand
{
    private const int MostTold = 20;

    public string Name => "import";

    public string Help =>
        "territory FILE|URL --order N --published YYYY-MM-DD [--dry-run] [--lang nb|uk|en]   take in an edition of the official list of territories";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (ImportArguments.Read(args) is not { } given)
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        actor.Who = "registry import";
        try
        {
            await using var content = await given.OpenAsync(cancellationToken);
            var report = await import.RunAsync(content, given.Origin, given.DryRun, cancellationToken);
            await TellAsync(report, given.Language, output);
            return report.Outcome == TerritoryOutcome.Faulty ? 1 : 0;
        }
        catch (Refusal refusal)
        {
            await output.WriteLineAsync(refusal.Violations.Count == 0
                ? refusal.Message
                : string.Join(Environment.NewLine, refusal.Violations.Select(violation => $"{violation.Field}: {violation.Message}")));
            return 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await output.WriteLineAsync($"The file cannot be read: {unreadable.Message}");
            return 1;
        }
    }

    private static async Task TellAsync(TerritoryReport report, string language, TextWriter output)
    {
        var words = TerritoryWords.In(language);
        foreach (var fault in report.Faults.Take(MostTold))
            await output.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, words.Fault, fault.Line, fault.Field, fault.Tell(language)));
        if (report.Faults.Count > MostTold)
            await output.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, words.MoreFaults, report.Faults.Count - MostTold));
        foreach (var row in report.Unresolved.Take(MostTold))
            await output.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, words.Unresolved, row.Line, row.Code));
        if (report.Unresolved.Count > MostTold)
            await output.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, words.MoreUnresolved, report.Unresolved.Count - MostTold));
        foreach (var change in report.Changes)
            await output.WriteLineAsync($"{change.Code} {change.Name}: {words.State(change.Before)} → {words.State(change.After)}");
        await output.WriteLineAsync(string.Format(
            CultureInfo.InvariantCulture, words.Sum, report.Rows, report.Periods, report.Added, report.Ended, report.Removed, report.Changes.Count));
        await output.WriteLineAsync(words.Outcomes[report.Outcome]);
    }
}
