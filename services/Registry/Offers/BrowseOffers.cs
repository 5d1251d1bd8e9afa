using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>An offer beside who offers.</summary>
/// <param name="Offer">The offer as its reader sees it.</param>
/// <param name="Municipality">Who offers.</param>
internal sealed record OfferOfMunicipality(OfferView Offer, Municipality Municipality);

/// <summary>A numbered page of the offers, for staff.</summary>
internal sealed class BrowseOffers(RegistryDb db, FindOffers find, ActingFor<RegistryDb> acting)
{
    /// <summary>The page, names in the order of the alphabet of <paramref name="language"/>, and how many there are.</summary>
    /// <exception cref="Refusal">A field of the filter, out_of_range, unknown_value (sort).</exception>
    public async Task<(IReadOnlyList<OfferOfMunicipality> Rows, int Total)> RunAsync(
        OfferFilter filter, string? sortBy, int page, int pageSize, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var numbered = NumberedPage.Take(rules, page, pageSize);
        var sort = ListSort.Take(rules, sortBy, "sort", "name", "confirm_by", "changed_at");
        rules.Enforce();
        var codes = await acting.CodesAsync(cancellationToken);
        var found = db.VisibleOffers(await find.MatchingAsync(filter, cancellationToken), codes);
        var rows = await Sorted(found, sort, language).ThenBy(offer => offer.Id).Skip(numbered.Before).Take(numbered.Size).ToListAsync(cancellationToken);
        var suppliers = rows.ConvertAll(offer => offer.MunicipalityId);
        var municipalities = await db.Municipalities.AsNoTracking().Where(known => suppliers.Contains(known.Id)).ToDictionaryAsync(known => known.Id, cancellationToken);
        var lines = await db.CommittedCapacities.AsNoTracking().Where(line => suppliers.Contains(line.SupplierId)).ToDictionaryAsync(line => line.SupplierId, cancellationToken);
        return (rows.ConvertAll(Row), await found.CountAsync(cancellationToken));

        OfferOfMunicipality Row(Offer offer)
        {
            var municipality = municipalities[offer.MunicipalityId];
            return new OfferOfMunicipality(OfferView.Of(offer, municipality.Code, lines.GetValueOrDefault(municipality.Id)).For(codes), municipality);
        }
    }

    private IOrderedQueryable<Offer> Sorted(IQueryable<Offer> found, ListSort sort, string language) => sort.By switch
    {
        "confirm_by" => sort.Apply(found, offer => offer.LastConfirmedAt),
        "changed_at" => sort.Apply(found, offer => offer.ChangedAt),
        _ => sort.Apply(found, offer => db.Municipalities.Where(municipality => municipality.Id == offer.MunicipalityId)
            .Select(MunicipalitySearch.NameIn(language)).First()),
    };
}
