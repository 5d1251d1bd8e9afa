using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

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
        await RefuseSecondAsync(municipality.Id, cancellationToken);
        var offer = new Offer(municipality.Id, request, clock.Now());
        db.Add(offer);
        db.Structure(known.Expression, offer);
        db.Tell(offer, "offer.submit", null);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else may have been faster; every other failure goes on.
            await RefuseSecondAsync(municipality.Id, cancellationToken);
            throw;
        }

        return OfferView.Of(offer, municipality.Code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }

    private async Task RefuseSecondAsync(Guid municipalityId, CancellationToken cancellationToken)
    {
        var standing = await db.Offers.AsNoTracking()
            .Where(offer => offer.MunicipalityId == municipalityId && offer.Status == OfferStatus.Available)
            .Select(offer => (Guid?)offer.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (standing is not null)
            throw new Refusal(
                RefusalKind.Conflict,
                "offer_exists",
                $"This municipality has the available offer {standing}; revise that one, or withdraw it first.",
                "municipality");
    }
}
