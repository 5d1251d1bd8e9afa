using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>Which offers a caller may change.</summary>
internal static class ActedForOffer
{
    /// <summary>The offer with <paramref name="id"/>, to be changed, and its municipality's code.</summary>
    /// <exception cref="Refusal">offer_not_found, also for an offer of a municipality that the caller does not act for; own_side_only.</exception>
    public static async Task<(Offer Offer, string Municipality)> RequireOfferAsync(
        this RegistryDb db, Guid id, ActingFor<RegistryDb> acting, Caller caller, CancellationToken cancellationToken)
    {
        var found = await (
            from offer in db.Offers
            join municipality in db.Municipalities on offer.MunicipalityId equals municipality.Id
            where offer.Id == id
            select new { offer, municipality.Code, municipality.Country }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !await acting.IncludesAsync(found.Code, cancellationToken))
            throw OfferView.NotFound();
        caller.RequireSide(found.Country);
        return (found.offer, found.Code);
    }
}
