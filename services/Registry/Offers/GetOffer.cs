using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>One offer.</summary>
public sealed class GetOffer(RegistryDb db, ActingFor<RegistryDb> acting)
{
    /// <summary>The offer with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">offer_not_found.</exception>
    public async Task<OfferView> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var codes = await acting.CodesAsync(cancellationToken);
        var visible = db.VisibleOffers(db.Offers.AsNoTracking(), codes);
        var found = await (
            from offer in visible
            join municipality in db.Municipalities on offer.MunicipalityId equals municipality.Id
            join line in db.CommittedCapacities on offer.MunicipalityId equals line.SupplierId into lines
            from committed in lines.DefaultIfEmpty()
            where offer.Id == id
            select new { offer, municipality.Code, committed }).SingleOrDefaultAsync(cancellationToken);
        return found is not null ? OfferView.Of(found.offer, found.Code, found.committed).For(codes) : throw OfferView.NotFound();
    }
}
