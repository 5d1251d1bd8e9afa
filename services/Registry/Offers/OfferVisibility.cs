using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Registry.Offers;

/// <summary>Which offers there are for a caller; what is told of them is <see cref="OfferMask"/>'s.</summary>
internal static class OfferVisibility
{
    /// <summary>
    /// Those that a caller may see: what was never available, whatever became of it, is the writer's and staff's alone, and so is what a
    /// hromada in or near the war offers.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="offers">Among these.</param>
    /// <param name="codes">For whom the caller acts; null for anybody.</param>
    public static IQueryable<Offer> VisibleOffers(this RegistryDb db, IQueryable<Offer> offers, IReadOnlySet<string>? codes) => codes is null
        ? offers
        // The version before does not note when an offer became available.
        : offers.Where(offer => ((offer.FirstAvailableAt != null || offer.Status == OfferStatus.Available)
                && db.Municipalities.Where(MunicipalityMask.IsOutsideWar).Any(municipality => municipality.Id == offer.MunicipalityId))
            || db.Municipalities.Any(municipality => municipality.Id == offer.MunicipalityId && codes.Contains(municipality.Code)));
}
