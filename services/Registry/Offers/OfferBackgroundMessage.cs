using System.Globalization;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What staff's pages are told of an offer, as protobuf says it: there, empty means not given.</summary>
internal static class OfferBackgroundMessage
{
    public static OfferBackground? ToMessage(OfferBackgroundView? background) => background is not { Offer: var offer, Names: var names } ? null : new OfferBackground
    {
        Evidence =
        {
            offer.Areas.Where(area => area.Evidence is not null || area.EvidenceAddress is not null)
                .OrderBy(area => area.AreaCode, StringComparer.Ordinal)
                .Select(area => new AreaEvidence { AreaCode = area.AreaCode, Text = area.Evidence ?? "", Address = area.EvidenceAddress ?? "" }),
        },
        Anchoring = EnumName.Of(offer.Anchoring),
        AnchoredOn = offer.AnchoredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Wishes = { offer.Wishes.Select(code => PlaceOf(code, names)) },
        Vetoes = { offer.Vetoes.Select(code => PlaceOf(code, names)) },
    };

    private static NamedPlace PlaceOf(string code, IReadOnlyDictionary<string, string> names) =>
        new() { Code = code, Name = names.GetValueOrDefault(code, code) };
}
