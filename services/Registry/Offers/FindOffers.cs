using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>What to look for; null means any.</summary>
/// <param name="Municipality">Official code of who offers.</param>
/// <param name="Area">Code of an area that it is good at.</param>
/// <param name="Status">draft, submitted, available, paused, expired or withdrawn.</param>
/// <param name="ConfirmationDue">True for those that should be confirmed again within a month, or should have been.</param>
public sealed record OfferFilter(string? Municipality, string? Area, string? Status, bool? ConfirmationDue);

/// <summary>A page of the offers, oldest first.</summary>
public sealed class FindOffers(RegistryDb db, ActingFor<RegistryDb> acting, TimeProvider clock)
{
    /// <summary>Those that fit <paramref name="filter"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, or a field of the filter.</exception>
    public async Task<Page<OfferView>> RunAsync(OfferFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var codes = await acting.CodesAsync(cancellationToken);
        var found = db.VisibleOffers(await MatchingAsync(filter, cancellationToken), codes);
        if (IdCursor.Of(page) is { } last)
            found = found.Where(offer => offer.Id > last);
        var rows = await (
            from offer in found
            join municipality in db.Municipalities on offer.MunicipalityId equals municipality.Id
            join line in db.CommittedCapacities on offer.MunicipalityId equals line.SupplierId into lines
            from committed in lines.DefaultIfEmpty()
            orderby offer.Id
            select new { offer, municipality.Code, committed }).Take(size + 1).ToListAsync(cancellationToken);
        return Page.Of([.. rows.Select(row => OfferView.Of(row.offer, row.Code, row.committed).For(codes))], size, view => IdCursor.After(view.Id));
    }

    /// <summary>Those that fit <paramref name="filter"/>, whoever asks.</summary>
    /// <exception cref="Refusal">A field of the filter.</exception>
    internal async Task<IQueryable<Offer>> MatchingAsync(OfferFilter filter, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var municipality = await db.Municipalities.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Code == filter.Municipality, cancellationToken);
        if (filter.Municipality is not null)
            rules.KnownMunicipality(filter.Municipality, municipality, "municipality");
        await rules.KnownAreaAsync(db, filter.Area, "area", cancellationToken);
        var status = rules.Choice<OfferStatus>(filter.Status, "status");
        rules.Enforce();
        var found = db.Offers.AsNoTracking();
        if (municipality is not null)
            found = found.Where(offer => offer.MunicipalityId == municipality.Id);
        if (filter.Area is not null)
            found = found.Where(offer => offer.Areas.Any(area => area.AreaCode == filter.Area));
        if (filter.ConfirmationDue is { } due)
            found = found.Where(OfferYear.IsDue(due, clock.GetUtcNow()));
        return status is null ? found : found.Where(offer => offer.Status == status);
    }
}
