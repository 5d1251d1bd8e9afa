using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>Takes in what a municipality reports.</summary>
public sealed class SubmitOffer(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Stores the offer, and marks the expression of interest that it was made of; a draft marks it when it is handed in.</summary>
    /// <exception cref="Refusal">Fields, own_side_only, or offer_exists.</exception>
    public async Task<OfferView> RunAsync(OfferRequest request, CancellationToken cancellationToken)
    {
        var known = await OfferReferences.LoadAsync(db, request, null, acting, cancellationToken);
        OfferRules.Enforce(request, known, clock.KyivToday());
        var municipality = known.Municipality!;
        caller.RequireSide(municipality.Country);
        var offer = new Offer(municipality.Id, request, clock.Now());
        if (!request.Draft) await db.RefuseSecondOfferAsync(offer, cancellationToken);
        db.Add(offer);
        db.Structure(known.Expression, offer);
        db.Tell(offer, "offer.submit", null);
        await db.SaveOneAvailableAsync(offer, cancellationToken);
        return OfferView.Of(offer, municipality.Code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
