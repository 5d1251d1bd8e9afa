using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Matching.Inputs;

/// <summary>The offers that may be drawn on today: one for each supplier, and what each hromada can teach.</summary>
public sealed class KnownOffers
{
    private readonly Dictionary<Guid, OfferChanged> _ofHromadas;

    private KnownOffers(Dictionary<Guid, OfferChanged> ofSuppliers, Dictionary<Guid, OfferChanged> ofHromadas) =>
        (OfSuppliers, _ofHromadas) = (ofSuppliers, ofHromadas);

    /// <summary>By the supplier's id.</summary>
    public IReadOnlyDictionary<Guid, OfferChanged> OfSuppliers { get; }

    /// <summary>Those of <paramref name="offers"/> that are complete and available on <paramref name="today"/>.</summary>
    /// <param name="offers">All that are known.</param>
    /// <param name="municipalities">Both sides by id.</param>
    /// <param name="areas">All codes of areas.</param>
    /// <param name="today">The day.</param>
    public static KnownOffers Of(
        IEnumerable<OfferChanged> offers, IReadOnlyDictionary<Guid, MunicipalityChanged> municipalities, IReadOnlySet<string> areas, DateOnly today)
    {
        var available = offers
            .Where(offer => offer.IsAvailableOn(today) && municipalities.ContainsKey(offer.MunicipalityId))
            .Where(offer => offer.Areas.All(area => areas.Contains(area.AreaCode)))
            .GroupBy(offer => offer.MunicipalityId)
            // The end of an offer may be heard of after its successor; ids rise with time.
            .Select(offers => offers.MaxBy(offer => offer.OfferId)!)
            .ToLookup(offer => municipalities[offer.MunicipalityId].Country);
        return new KnownOffers(
            available[Country.No].ToDictionary(offer => offer.MunicipalityId), available[Country.Ua].ToDictionary(offer => offer.MunicipalityId));
    }

    /// <summary>Areas in which others can learn from the hromada, by code.</summary>
    public IReadOnlyList<string> TaughtBy(Guid hromadaId) => _ofHromadas.TryGetValue(hromadaId, out var offer)
        ? [.. offer.Areas.Select(area => area.AreaCode).Order(StringComparer.Ordinal)]
        : [];
}
