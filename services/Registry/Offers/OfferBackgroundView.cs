using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>What staff read of an offer beside what matching hears.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Names">Names of the hromadas that it chooses, by code, in the reader's language.</param>
public sealed record OfferBackgroundView(Offer Offer, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>That of <paramref name="offer"/> in <paramref name="language"/>.</summary>
    internal static async Task<OfferBackgroundView> OfAsync(RegistryDb db, Offer offer, string language, CancellationToken cancellationToken)
    {
        string[] codes = [.. offer.Wishes, .. offer.Vetoes];
        var places = await db.Municipalities.AsNoTracking().Where(place => codes.Contains(place.Code)).ToListAsync(cancellationToken);
        return new OfferBackgroundView(offer, places.ToDictionary(place => place.Code, place => place.Facts.Names.In(language), StringComparer.Ordinal));
    }
}
