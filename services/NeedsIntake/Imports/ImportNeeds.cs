using System.Security.Cryptography;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>
/// Makes submitted needs of the rows of a file. A row that was imported before is told and left alone, so the same file may come
/// again, and goes on where it was cut off.
/// </summary>
internal sealed class ImportNeeds(NeedsIntakeDb db, CheckRows check, TimeProvider clock)
{
    // So many rows and what belongs to them are kept in memory and committed at once.
    private const int Batch = 1_000;

    private const string OneAtATime = "select pg_advisory_xact_lock(hashtextextended('kommunebro.need-import', 0))";

    /// <summary>Imports, or tries to.</summary>
    /// <param name="order">How.</param>
    /// <param name="content">The file, from its beginning; it can be read twice.</param>
    /// <param name="cancellationToken">Ends it between two batches; what was committed stays.</param>
    /// <returns>The import; its rows say what became of each.</returns>
    /// <exception cref="Refusal">What <see cref="NeedFile.Read"/> refuses; directory_not_ready.</exception>
    public async Task<NeedImport> RunAsync(ImportOrder order, Stream content, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        var rows = await check.RunAsync(NeedFile.Read(content, order.Language), order.OrganisationId, cancellationToken);
        var import = NeedImport.Start(order, hash, rows.Count, clock.GetUtcNow());
        db.Add(import);
        db.Audit("need-import.start", "need-import", $"{import.Id}", before: null, new { import.FileHash, import.Policy, import.DryRun, import.Rows });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var judge = new JudgeRows(rows);
        foreach (var batch in rows.Chunk(order.Policy == ImportPolicy.AllOrNothing ? rows.Count : Batch))
            await TakeAsync(import, batch, judge, cancellationToken);
        import.Finish(clock.GetUtcNow());
        db.Update(import);
        await db.SaveChangesAsync(cancellationToken);
        return import;
    }

    private async Task TakeAsync(NeedImport import, CheckedRow[] batch, JudgeRows judge, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.Database.ExecuteSqlRawAsync(OneAtATime, cancellationToken);
        string[] keys = [.. batch.Select(row => row.Key)];
        var known = await db.Set<ImportedNeed>().AsNoTracking()
            .Where(imported => keys.Contains(imported.Key)).ToDictionaryAsync(imported => imported.Key, StringComparer.Ordinal, cancellationToken);
        JudgedRow[] judged = [.. batch.Select(row => judge.Of(row, known.GetValueOrDefault(row.Key)))];
        var valid = import.Policy == ImportPolicy.AllOrNothing && Array.Exists(judged, row => row.Outcome == RowOutcome.Refused) ? RowOutcome.HeldBack
            : import.DryRun ? RowOutcome.Valid
            : RowOutcome.Imported;
        var detecting = db.ChangeTracker.AutoDetectChangesEnabled;
        // Looking for changes among tens of thousands of new rows would cost more than storing them.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var row in judged)
            db.Add(Take(import, row, row.Outcome == RowOutcome.Valid ? valid : row.Outcome));
        await db.SaveByCopyAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = detecting;
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
    }

    private NeedImportRow Take(NeedImport import, JudgedRow judged, RowOutcome outcome) => new()
    {
        ImportId = import.Id,
        Line = judged.Row.Line,
        Outcome = outcome,
        NeedId = outcome == RowOutcome.Imported ? Submit(import, judged.Row) : judged.NeedId,
        Faults = judged.Faults,
    };

    /// <summary>As a need that comes alone: with its event and its audit.</summary>
    private Guid Submit(NeedImport import, CheckedRow row)
    {
        var need = SubmitNeed.Add(db, row.Statement!, row.Hromada!, clock.GetUtcNow());
        db.Add(new ImportedNeed { Key = row.Key, Content = row.Content, NeedId = need.Id, ImportId = import.Id });
        return need.Id;
    }
}
