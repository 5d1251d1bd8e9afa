using Kommunebro.Registry.Data;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Relations;

/// <summary>Takes in a list of who already helps whom, wholly or not at all; the same again changes nothing.</summary>
internal sealed class ImportRelations(RegistryDb db, ApplyTerritory territory, ApplyRelations apply, TimeProvider clock)
{
    /// <summary>Imports a file.</summary>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="source">Its name or address.</param>
    /// <param name="asOf">The day that it is of, and by which its rows are dated that have no source_date.</param>
    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="cancellationToken">Ends it, with nothing changed.</param>
    /// <exception cref="Refusal">unsupported_file, empty_file, initiative_exists, and what <see cref="CsvTable.Read"/> refuses.</exception>
    public async Task<RelationsReport> RunAsync(Stream content, string source, DateOnly asOf, bool dryRun, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(source).Equals(".csv", StringComparison.OrdinalIgnoreCase)) throw ImportFile.Refuse("unsupported_file", "Relations come as .csv.");
        var rows = CsvTable.Read(content, TableForm.Requiring(RelationsRow.Hromada, RelationsRow.Status)).Select(row => RelationsRow.Of(row, source, asOf)).ToList();
        if (rows.Count == 0) throw ImportFile.Refuse("empty_file", "The file has no rows.");
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await TakeAsync(rows, dryRun, cancellationToken);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.Violates(InitiativeMapping.OneAtATime))
            {
                if (!isFirst) throw new Refusal(RefusalKind.Conflict, "initiative_exists", "Others record the same at the same time; import the file again.");
                // What somebody recorded or changed meanwhile is among the known now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<RelationsReport> TakeAsync(List<RelationsRow> rows, bool dryRun, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One import at a time.
        await territory.LockAsync(cancellationToken);
        var (relations, faults) = await ReadAsync(rows, cancellationToken);
        if (faults.Count > 0) return new RelationsReport(rows.Count, faults);
        var report = await apply.RunAsync(relations, cancellationToken) with { Rows = rows.Count };
        if (dryRun) return report;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    private async Task<(IReadOnlyList<Relation> Relations, IReadOnlyList<RowFault> Faults)> ReadAsync(IReadOnlyList<RelationsRow> rows, CancellationToken cancellationToken)
    {
        var known = await InitiativeSides.KnownAsync(db, rows.Select(row => row.Request), cancellationToken);
        var (relations, faults, keys) = (new List<Relation>(), new List<RowFault>(), new HashSet<(Guid, string)>());
        foreach (var row in rows)
        {
            faults.AddRange(row.Faults);
            try
            {
                var facts = InitiativeRules.Take(row.Request, known, clock.KyivToday());
                var relation = new Relation(InitiativeSides.Of(row.Request, known), facts);
                if (keys.Add((relation.Sides.Hromada.Id, relation.Key))) relations.Add(relation);
                else faults.Add(row.Fault("hromada", "relation_twice"));
            }
            catch (Refusal refusal)
            {
                // A cell that cannot be read is told once.
                faults.AddRange(row.FaultsOf(refusal).Where(fault => row.Faults.All(other => other.Field != fault.Field)));
            }
        }
        return (relations, faults);
    }
}
