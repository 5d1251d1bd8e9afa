using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>Takes in what a Norwegian supplier reports.</summary>
public sealed class SubmitOffer(RegistryDb db, ActingFor<RegistryDb> acting, TimeProvider clock)
{
    /// <summary>Stores the offer, and marks the expression of interest that it was made of.</summary>
    /// <exception cref="Refusal">Fields, or offer_exists.</exception>
    public async Task<OfferView> RunAsync(OfferRequest request, CancellationToken cancellationToken)
    {
        var known = await OfferReferences.LoadAsync(db, request, acting, cancellationToken);
        OfferRules.Enforce(request, known);
        var municipality = known.Municipality!;
        if (!request.Draft) await db.RefuseSecondOfferAsync(municipality.Id, cancellationToken);
        var offer = new Offer(municipality.Id, request, clock.Now());
        db.Add(offer);
        db.Structure(known.Expression, offer);
        db.Tell(offer, "offer.submit", null);
        await db.SaveOneAvailableAsync(municipality.Id, cancellationToken);
        return OfferView.Of(offer, municipality.Code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
