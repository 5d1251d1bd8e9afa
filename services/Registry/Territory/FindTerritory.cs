using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Territory;

/// <summary>What the list says, now and at any time before.</summary>
public sealed class FindTerritory(RegistryDb db, TimeProvider clock)
{
    /// <summary>The list is updated at least twice a month; what is older than this may be wrong.</summary>
    private const int StaleDays = 21;

    private const int OblastStem = 4;

    /// <summary>The list as it stands.</summary>
    public async Task<TerritoryListView> NowAsync(CancellationToken cancellationToken)
    {
        var editions = await ListAsync(cancellationToken);
        var newest = editions.Count == 0 ? (DateTimeOffset?)null : editions.Max(edition => edition.RecordedAt);
        var counts = await db.Municipalities.Where(municipality => municipality.Kind == MunicipalityKind.Hromada)
            .GroupBy(municipality => new { municipality.Facts.TerritoryStatus, municipality.Facts.TerritoryCoverage })
            .Select(group => new TerritoryCountView(group.Key.TerritoryStatus, group.Key.TerritoryCoverage, group.Count()))
            .ToListAsync(cancellationToken);
        return new TerritoryListView(
            editions.FirstOrDefault(),
            newest is null || KyivDay.Of(newest.Value).AddDays(StaleDays) < clock.KyivToday(),
            [.. counts.OrderByDescending(count => TerritoryMap.SeverityOf(count.Status)).ThenBy(count => count.Coverage)]);
    }

    /// <summary>All editions, the latest day first.</summary>
    public Task<List<EditionView>> ListAsync(CancellationToken cancellationToken) => Views(db.TerritoryEditions).ToListAsync(cancellationToken);

    /// <summary>The status of a hromada.</summary>
    /// <param name="code">KATOTTG.</param>
    /// <param name="on">The day; today when not given.</param>
    /// <param name="asKnownOn">By what was known at the end of this day; now when not given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">What a hromada's code breaks.</exception>
    public async Task<TerritoryView> OfAsync(string code, DateOnly? on, DateOnly? asKnownOn, CancellationToken cancellationToken)
    {
        if (HromadaCode.FaultOf(code) is { } fault)
            throw new Refusal(RefusalKind.Invalid, fault.Code, fault.Message, "code");
        var (today, known) = (clock.KyivToday(), KyivDay.EndOf(asKnownOn ?? clock.KyivToday()));
        var (day, knowledge) = (on ?? today, asKnownOn ?? today);
        var edition = await Latest(db.TerritoryEditions.Where(edition => edition.RecordedAt < known)).Select(edition => edition.Id).FirstOrDefaultAsync(cancellationToken);
        if (edition == Guid.Empty)
            return new TerritoryView(code, day, knowledge, TerritoryStatus.None, TerritoryCoverage.Full, null, null, []);
        var map = new TerritoryMap(await db.TerritoryPeriods.AsNoTracking()
            .Where(period => period.EditionId == edition && period.Code.StartsWith(code.Substring(0, OblastStem))).ToListAsync(cancellationToken),
            await KnownSettlements.ReadAsync(db, code, cancellationToken));
        var state = map.Of(code, day);
        return new TerritoryView(
            code, day, knowledge, state.Status, state.Coverage, map.SharesOf(code, day),
            await Views(db.TerritoryEditions.Where(known => known.Id == edition)).SingleAsync(cancellationToken),
            [.. map.About(code).Select(row => new PeriodView(row.Period.Code, row.Period.Name, row.Period.Status, row.Coverage, row.Period.From, row.Period.Until))]);
    }

    private static IQueryable<TerritoryEdition> Latest(IQueryable<TerritoryEdition> editions) =>
        editions.OrderByDescending(edition => edition.PublishedOn).ThenByDescending(edition => edition.Revision);

    private static IQueryable<EditionView> Views(IQueryable<TerritoryEdition> editions) => Latest(editions)
        .Select(edition => new EditionView(edition.Order, edition.PublishedOn, edition.Revision, edition.RecordedAt, edition.Periods.Count));
}
