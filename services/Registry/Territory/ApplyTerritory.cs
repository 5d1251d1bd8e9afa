using Kommunebro.Contracts;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Territory;

/// <summary>A hromada whose status becomes another.</summary>
/// <param name="Code">KATOTTG.</param>
/// <param name="Name">The name in Ukrainian.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it becomes.</param>
public sealed record TerritoryChange(string Code, string Name, TerritoryState Before, TerritoryState After);

/// <summary>Brings the hromadas of the register to what the list says of a day, and tells the others of each that is another.</summary>
public sealed class ApplyTerritory(RegistryDb db)
{
    private const long Lock = 0x7465727269746f;

    /// <summary>Waits until nobody else publishes or applies; until the transaction ends.</summary>
    public Task LockAsync(CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);

    /// <summary>The edition with the latest day, with its periods; null where none is recorded.</summary>
    public Task<TerritoryEdition?> CurrentAsync(CancellationToken cancellationToken) => db.TerritoryEditions.AsNoTracking().Include(edition => edition.Periods)
        .OrderByDescending(edition => edition.PublishedOn).ThenByDescending(edition => edition.Revision).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What would change, by code.</summary>
    public async Task<IReadOnlyList<TerritoryChange>> ChangesAsync(TerritoryMap map, DateOnly day, CancellationToken cancellationToken) =>
        [.. Compare(await Hromadas().ToListAsync(cancellationToken), map, day).Select(change => change.Change)];

    /// <summary>Changes it; the caller saves.</summary>
    public async Task<IReadOnlyList<TerritoryChange>> RunAsync(TerritoryMap map, DateOnly day, CancellationToken cancellationToken)
    {
        var changes = Compare(await Hromadas().ToListAsync(cancellationToken), map, day).ToList();
        // To track all of them would take as long as all the rest; the codifier's import knows them already.
        var tracked = db.Municipalities.Local;
        foreach (var (read, change) in changes)
        {
            var hromada = tracked.FindEntry(read.Id)?.Entity ?? db.Attach(read).Entity;
            hromada.Describe(hromada.Facts with { TerritoryStatus = change.After.Status, TerritoryCoverage = change.After.Coverage });
            db.Enqueue(hromada.ToMessage());
            db.Audit("municipality.territory", "municipality", hromada.Id.ToString(), change.Before, change.After);
        }
        return [.. changes.Select(change => change.Change)];
    }

    private IQueryable<Municipality> Hromadas() =>
        db.Municipalities.AsNoTracking().Where(municipality => municipality.Kind == MunicipalityKind.Hromada).OrderBy(municipality => municipality.Code);

    private static IEnumerable<(Municipality Hromada, TerritoryChange Change)> Compare(IEnumerable<Municipality> hromadas, TerritoryMap map, DateOnly day) =>
        from hromada in hromadas
        let before = new TerritoryState(hromada.Facts.TerritoryStatus, hromada.Facts.TerritoryCoverage)
        let after = map.Of(hromada.Code, day)
        where before != after
        select (hromada, new TerritoryChange(hromada.Code, hromada.Name, before, after));
}
