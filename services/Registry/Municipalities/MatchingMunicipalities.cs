using Kommunebro.Contracts;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>The municipalities that fit a filter, still to be sorted and read where they are stored.</summary>
internal sealed class MatchingMunicipalities(RegistryDb db, HelpedHromadas hromadas, ActingFor<RegistryDb> acting)
{
    private const int HighestLevel = 4;

    /// <summary>Those that fit <paramref name="filter"/>.</summary>
    /// <exception cref="Refusal">A field of the filter, or initiatives_not_read.</exception>
    public async Task<IQueryable<Municipality>> OfAsync(MunicipalityFilter filter, CancellationToken cancellationToken)
    {
        var rules = new Rules().Line(filter.Q, "q").Line(filter.Region, "region")
            .Check(filter.MinLevel is null or (>= 1 and <= HighestLevel), "minLevel", "out_of_range", $"From 1 to {HighestLevel}.");
        var (country, kind, status, programme) = (
            rules.Choice<Country>(filter.Country, "country"),
            rules.Choice<MunicipalityKind>(filter.Kind, "kind"),
            rules.Choice<TerritoryStatus>(filter.Status, "status"),
            rules.Choice<InitiativeProgramme>(filter.Programme, "programme"));
        await rules.KnownAreaAsync(db, filter.Area, "area", cancellationToken);
        if (filter.Partner is { } partner)
            rules.KnownMunicipality(partner, await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == partner, cancellationToken), "partner");
        rules.Enforce();
        // Whether a name is written somewhere is settled among all: what a filter leaves out makes no other place meant.
        var found = db.Named(filter.Q);
        if (country is not null)
            found = found.Where(m => m.Country == country);
        if (kind is not null)
            found = found.Where(m => m.Kind == kind);
        if (filter.Region is not null)
            found = found.Where(m => m.Facts.RegionCode == filter.Region);
        if (status is not null)
            found = found.Where(m => m.Facts.TerritoryStatus == status);
        found = Offering(found, filter, await acting.CodesAsync(cancellationToken));
        if (filter.Partner is not null || programme is not null)
            found = await hromadas.HelpedByAsync(found, filter.Partner, programme, cancellationToken);
        if (filter.Helped is { } helped)
            found = await hromadas.AmongAsync(found, helped, cancellationToken);
        return found;
    }

    /// <summary>All that is asked of an offer must hold for one and the same, of those that there are for the reader. Of hromadas there is no ledger.</summary>
    private IQueryable<Municipality> Offering(IQueryable<Municipality> found, MunicipalityFilter filter, IReadOnlySet<string>? codes)
    {
        if (filter is { Area: null, MinLevel: null, FreeCapacity: null })
            return found;
        var (area, level) = (filter.Area, filter.MinLevel ?? 1);
        var offers = db.VisibleOffers(db.Offers.Where(offer => offer.Status == OfferStatus.Available), codes);
        if (filter.Area is not null || filter.MinLevel is not null)
            offers = offers.Where(offer => offer.Areas.Any(one => (area == null || one.AreaCode == area) && one.Level >= level));
        if (filter.FreeCapacity is { } free)
            (found, offers) = (found.Where(m => m.Country == Country.No), db.WithFreeCapacity(offers, free));
        return found.Where(m => offers.Any(offer => offer.MunicipalityId == m.Id));
    }
}
