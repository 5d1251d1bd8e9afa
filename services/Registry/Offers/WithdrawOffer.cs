using Kommunebro.Registry.Data;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>Why an offer is taken back.</summary>
/// <param name="Reason">In own words, at most 4,000 characters.</param>
public sealed record WithdrawOfferRequest(string? Reason = null);

/// <summary>Takes an offer back, for good.</summary>
public sealed class WithdrawOffer(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Withdraws the offer with <paramref name="id"/>.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="request">Why.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">offer_not_found, a version, offer_withdrawn, or the reason.</exception>
    public async Task<OfferView> RunAsync(
        Guid id, WithdrawOfferRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var reason = rules.Block(request.Reason, "reason", TextLimits.LongestBlock);
        rules.Enforce();
        var (offer, code) = await db.RequireOfferAsync(id, acting, caller, cancellationToken);
        requireVersion(offer.Version);
        var before = OfferChange.Audited(offer);
        offer.Withdraw(string.IsNullOrEmpty(reason) ? null : reason, clock.Now());
        db.Tell(offer, "offer.withdraw", before);
        await db.SaveChangesAsync(cancellationToken);
        return OfferView.Of(offer, code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
