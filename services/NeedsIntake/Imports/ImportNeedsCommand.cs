using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>An operator imports a file of needs, for any hromada.</summary>
internal sealed class ImportNeedsCommand(NeedsIntakeDb db, DirectoryLookup directory, AuditActor actor, TimeProvider clock) : IServiceCommand
{
    private const string Actor = "needs-intake import";

    private static readonly InThreeLanguages Line = new("Rad {0}, {1}: {2}", "Рядок {0}, {1}: {2}", "Row {0}, {1}: {2}");

    private static readonly InThreeLanguages More = new("… og {0} feil til.", "… і ще помилок: {0}.", "… and {0} faults more.");

    public string Name => "import";

    public string Help => "FILE|URL [--dry-run] [--all-or-nothing] [--lang nb|uk|en] takes in a CSV or XLSX of needs";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        actor.Who = Actor;
        if (OrderOf(args) is not { } order)
        {
            await output.WriteLineAsync($"Usage:{Environment.NewLine}  {Name}   {Help}");
            return 2;
        }

        try
        {
            await using var content = await new ImportFile(args[0]).OpenAsync(cancellationToken);
            var import = await UseCase().RunAsync(order, content, cancellationToken);
            return await TellAsync(import, output, cancellationToken) ? 0 : 1;
        }
        catch (Refusal refusal)
        {
            await output.WriteLineAsync(refusal.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await output.WriteLineAsync($"The file cannot be read: {unreadable.Message}");
        }

        return 1;
    }

    private static ImportOrder? OrderOf(string[] args)
    {
        if (args is not [[not '-', ..], .. var rest])
            return null;
        var (language, known) = ("en", true);
        var options = new Queue<string>(rest);
        var (dryRun, policy) = (false, ImportPolicy.SkipFaulty);
        while (options.TryDequeue(out var option))
            switch (option)
            {
                case "--dry-run": dryRun = true; break;
                case "--all-or-nothing": policy = ImportPolicy.AllOrNothing; break;
                case "--lang" when options.TryDequeue(out var given) && given is "nb" or "uk" or "en": language = given; break;
                default: known = false; break;
            }

        return known ? new ImportOrder(language, policy, dryRun, Actor, OrganisationId: null) : null;
    }

    /// <summary>No request is being answered, so nobody is the caller; an operator acts for any hromada, as a service does.</summary>
    private ImportNeeds UseCase()
    {
        var none = new HashSet<string>();
        var operators = new Caller(CallerKind.Service, Actor, null, none, none);
        return new ImportNeeds(db, new CheckRows(new NeedRules(new ActingFor<NeedsIntakeDb>(db, operators), operators, directory, clock), directory), clock);
    }

    private async Task<bool> TellAsync(NeedImport import, TextWriter output, CancellationToken cancellationToken)
    {
        var view = await ImportViews.OfAsync(db, import, cancellationToken);
        var refused = await db.Set<NeedImportRow>().AsNoTracking()
            .Where(row => row.ImportId == import.Id && row.Outcome == RowOutcome.Refused).OrderBy(row => row.Line).ToListAsync(cancellationToken);
        await ReportLines.WriteAsync(
            output,
            [
                .. refused.Select(row => ImportViews.Of(row, import.Language)).SelectMany(
                    row => row.Faults, (row, fault) => ReportLines.Of(Line[import.Language], row.Line, fault.Header, fault.Message)),
            ],
            More[import.Language]);
        foreach (var (outcome, rows) in view.Outcomes)
            await output.WriteLineAsync(ReportLines.Of("{0}: {1}", outcome, rows));
        return refused.Count == 0;
    }
}
