using Kommunebro.Matching.Data;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>A partnership with the names of its parties, for lists.</summary>
internal sealed class PartnershipRow
{
    public required Partnership Partnership { get; init; }

    public required KnownPlace Supplier { get; init; }

    public required KnownPlace Hromada { get; init; }
}

/// <summary>
/// The one place that decides which partnerships a reader sees: staff all, as far as <see cref="NeedSight"/> tells them of each need that
/// is served; a partner those of municipalities that it acts for.
/// </summary>
internal sealed class VisiblePartnerships(MatchingDb db, ActingFor<MatchingDb> acting, Caller caller)
{
    /// <summary>What the caller may see.</summary>
    public async Task<IQueryable<PartnershipRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var rows = from partnership in db.Partnerships.AsNoTracking()
                   join supplier in db.Places on partnership.SupplierId equals supplier.Id
                   join hromada in db.Places on partnership.HromadaId equals hromada.Id
                   select new PartnershipRow { Partnership = partnership, Supplier = supplier, Hromada = hromada };
        if (await acting.CodesAsync(cancellationToken) is { } codes)
            return rows.Where(row => codes.Contains(row.Supplier.Code) || codes.Contains(row.Hromada.Code));
        var hidden = (await NeedSight.LoadAsync(db, caller, cancellationToken)).Hidden;
        return hidden.Count == 0
            ? rows
            : rows.Where(row => !db.ServedNeeds.Any(served => served.PartnershipId == row.Partnership.Id && hidden.Contains(served.NeedId)));
    }

    /// <summary>The partnership with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">unknown_partnership: there is none, or not for this caller.</exception>
    public async Task<PartnershipRow> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await (await RowsAsync(cancellationToken)).SingleOrDefaultAsync(row => row.Partnership.Id == id, cancellationToken)
        ?? throw PartnershipChange.Unknown();

    /// <summary>Whether the caller acts for the hromada.</summary>
    public async Task<bool> ActsForHromadaAsync(PartnershipRow row, CancellationToken cancellationToken) =>
        await acting.CodesAsync(cancellationToken) is { } codes && codes.Contains(row.Hromada.Code);
}
