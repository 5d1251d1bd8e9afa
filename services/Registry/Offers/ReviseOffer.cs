using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>Says all of an offer anew.</summary>
public sealed class ReviseOffer(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Revises the offer with <paramref name="id"/>.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="request">All of it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">offer_not_found, a version, offer_withdrawn, or fields.</exception>
    public async Task<OfferView> RunAsync(
        Guid id, OfferRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var (offer, _) = await db.RequireOfferAsync(id, acting, caller, cancellationToken);
        requireVersion(offer.Version);
        // A system from before there were these lists does not say them; whoever was refused must not be proposed by that.
        request = request with { Wishes = request.Wishes ?? offer.Wishes, Vetoes = request.Vetoes ?? offer.Vetoes, Learns = request.Learns ?? offer.Learns };
        var before = OfferChange.Audited(offer);
        var today = clock.KyivToday();
        var known = await OfferReferences.LoadAsync(db, request, offer, acting, today, cancellationToken);
        OfferRules.Enforce(request, known, today);
        if (known.Municipality!.Id != offer.MunicipalityId)
            throw new Refusal(
                RefusalKind.Invalid, "municipality_fixed", "An offer stays with its municipality; submit one for the other.", "municipality");
        offer.Revise(request, clock.Now());
        db.Structure(known.Expression, offer);
        db.Tell(offer, "offer.revise", before);
        await db.SaveChangesAsync(cancellationToken);
        return OfferView.Of(offer, known.Municipality.Code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
