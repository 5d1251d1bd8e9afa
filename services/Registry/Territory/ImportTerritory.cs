using Kommunebro.Registry.Data;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Territory.Files;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Territory;

/// <summary>Takes in an edition of the list, wholly or not at all. The same edition again changes nothing.</summary>
public sealed class ImportTerritory(RegistryDb db, ApplyTerritory apply, TimeProvider clock)
{
    /// <summary>The day of the resolution that the list goes back to.</summary>
    private static readonly DateOnly First = new(2022, 12, 6);

    /// <summary>Imports a file.</summary>
    /// <param name="content">The file; its stream can be read from the beginning.</param>
    /// <param name="origin">Where it comes from; the end of <see cref="EditionOrigin.Source"/> says of which form it is.</param>
    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="cancellationToken">Ends it, with nothing changed.</param>
    /// <exception cref="Refusal">out_of_range, missing_field, too_long of the origin; what <see cref="TerritoryFile.Read"/> refuses.</exception>
    public async Task<TerritoryReport> RunAsync(Stream content, EditionOrigin origin, bool dryRun, CancellationToken cancellationToken)
    {
        new Rules()
            .Required(origin.Order.Length > 0, "order")
            .Line(origin.Order, "order")
            .Line(origin.Source, "source")
            .Check(origin.PublishedOn >= First && origin.PublishedOn <= clock.KyivToday(), "published", "out_of_range", $"From {First:yyyy-MM-dd} to today.")
            .Enforce();
        var printed = TerritoryFile.Read(content, origin.Source);
        var (rows, faults) = TerritoryRows.Of(printed);
        TerritoryRow[] unresolved = [.. rows.Where(row => row.Except.Count == 0 && TerritoryRow.NamesExceptions(row.Name)).DistinctBy(row => row.Line)];
        var report = new TerritoryReport(TerritoryOutcome.Faulty, printed.Count, rows.Count, faults, unresolved, 0, 0, 0, []);
        if (faults.Count > 0) return report;
        return rows.Count == 0
            ? throw ImportFile.Refuse("empty_file", "The file has no rows.")
            : await PublishAsync(rows, origin, dryRun, report, cancellationToken);
    }

    private async Task<TerritoryReport> PublishAsync(
        IReadOnlyList<TerritoryRow> rows, EditionOrigin origin, bool dryRun, TerritoryReport report, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await apply.LockAsync(cancellationToken);
        var current = await apply.CurrentAsync(cancellationToken);
        var sameDay = await db.TerritoryEditions.Where(known => known.PublishedOn == origin.PublishedOn)
            .OrderByDescending(known => known.Revision).FirstOrDefaultAsync(cancellationToken);
        var edition = new TerritoryEdition(origin, (sameDay?.Revision ?? 0) + 1, rows, clock.Now());
        if (sameDay?.Fingerprint == edition.Fingerprint) return report with { Outcome = TerritoryOutcome.Known };
        report = Compared(report, current?.Periods ?? [], edition.Periods);
        var isLate = current?.PublishedOn > origin.PublishedOn;
        var (map, today) = (new TerritoryMap(edition.Periods, await KnownSettlements.ReadAsync(db, cancellationToken)), clock.KyivToday());
        if (dryRun)
            return report with { Outcome = TerritoryOutcome.DryRun, Changes = isLate ? [] : await apply.ChangesAsync(map, today, cancellationToken) };
        // Without its periods: to track thousands of them takes longer than to store them.
        db.Entry(edition).State = EntityState.Added;
        db.Audit("territory.import", "territory_edition", $"{edition.Id}", null, new { edition.Order, edition.PublishedOn, edition.Revision, edition.Source, edition.Fingerprint });
        var changes = isLate ? [] : await apply.RunAsync(map, today, cancellationToken);
        await db.SaveByCopyAsync(cancellationToken);
        await db.StoreByCopyAsync(edition.Periods, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report with
        {
            Outcome = isLate ? TerritoryOutcome.Late : sameDay is null ? TerritoryOutcome.Published : TerritoryOutcome.Corrected,
            Changes = changes,
        };
    }

    private static TerritoryReport Compared(TerritoryReport report, IReadOnlyList<TerritoryPeriod> before, IReadOnlyList<TerritoryPeriod> after)
    {
        var known = before.ToDictionary(period => (period.Code, period.Status, period.From), period => period.Until);
        var left = after.Select(period => (period.Code, period.Status, period.From)).ToHashSet();
        return report with
        {
            Added = after.Count(period => !known.ContainsKey((period.Code, period.Status, period.From))),
            Ended = after.Count(period => period.Until is not null && known.TryGetValue((period.Code, period.Status, period.From), out var until) && until is null),
            Removed = known.Keys.Count(key => !left.Contains(key)),
        };
    }
}
