using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>Takes in what a municipality reports.</summary>
public sealed class SubmitOffer(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Stores the offer, and marks the expression of interest that it was made of; a draft marks it when it is handed in.</summary>
    /// <param name="request">What is offered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="id">The id that the writer chose, which no offer may have; one is made when not given.</param>
    /// <exception cref="Refusal">Fields, own_side_only, or offer_exists.</exception>
    public async Task<OfferView> RunAsync(OfferRequest request, CancellationToken cancellationToken, Guid? id = null)
    {
        var today = clock.KyivToday();
        var known = await OfferReferences.LoadAsync(db, request, null, acting, today, cancellationToken);
        OfferRules.Enforce(request, known, today);
        var municipality = known.Municipality!;
        caller.RequireSide(municipality.Country);
        var offer = new Offer(municipality.Id, request, clock.Now(), id);
        if (!request.Draft) await db.RefuseSecondOfferAsync(offer, cancellationToken);
        db.Add(offer);
        db.Structure(known.Expression, offer);
        db.Tell(offer, "offer.submit", null);
        await db.SaveOneAvailableAsync(offer, cancellationToken);
        return OfferView.Of(offer, municipality.Code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
