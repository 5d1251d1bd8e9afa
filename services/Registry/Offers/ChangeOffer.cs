using Kommunebro.Registry.Data;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>Why an offer rests.</summary>
/// <param name="Reason">In own words, at most 4,000 characters.</param>
public sealed record PauseOfferRequest(string? Reason = null);

/// <summary>The steps of an offer's life that say nothing new of its content.</summary>
public sealed class ChangeOffer(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Hands the draft with <paramref name="id"/> in.</summary>
    /// <exception cref="Refusal">offer_not_found, a version, offer_not_a_draft.</exception>
    public Task<OfferView> HandInAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken) =>
        StepAsync(id, requireVersion, "offer.hand_in", offer => offer.HandIn(clock.Now()), cancellationToken);

    /// <summary>Says that the offer with <paramref name="id"/> holds.</summary>
    /// <exception cref="Refusal">offer_not_found, a version, offer_is_a_draft, confirmed_by_ks, offer_exists.</exception>
    public Task<OfferView> ConfirmAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken) =>
        StepAsync(id, requireVersion, "offer.confirm", offer =>
        {
            if (offer.Status == OfferStatus.Submitted && caller.Kind == CallerKind.Partner)
                throw new Refusal(RefusalKind.Forbidden, "confirmed_by_ks", "What was handed in is confirmed by KS, and by AUC for hromadas.");
            offer.Confirm(clock.Now());
        }, cancellationToken);

    /// <summary>Lets the offer with <paramref name="id"/> rest.</summary>
    /// <exception cref="Refusal">offer_not_found, a version, offer_not_available, or the reason.</exception>
    public Task<OfferView> PauseAsync(Guid id, string? reason, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var text = rules.Block(reason, "reason", TextLimits.LongestBlock);
        rules.Enforce();
        return StepAsync(id, requireVersion, "offer.pause", offer => offer.Pause(string.IsNullOrEmpty(text) ? null : text, clock.Now()), cancellationToken);
    }

    /// <summary>Ends the rest of the offer with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">offer_not_found, a version, offer_not_paused, offer_exists.</exception>
    public Task<OfferView> ResumeAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken) =>
        StepAsync(id, requireVersion, "offer.resume", offer => offer.Resume(clock.Now()), cancellationToken);

    private async Task<OfferView> StepAsync(
        Guid id, Action<long> requireVersion, string action, Action<Offer> step, CancellationToken cancellationToken)
    {
        var (offer, code) = await db.RequireOfferAsync(id, acting, caller, cancellationToken);
        requireVersion(offer.Version);
        var (before, was) = (OfferChange.Audited(offer), offer.Status);
        step(offer);
        // The key would say it only after the event was written, and without the other's name.
        if (offer.Status == OfferStatus.Available && was != OfferStatus.Available)
            await db.RefuseSecondOfferAsync(offer, cancellationToken);
        if (was == OfferStatus.Draft)
            db.Structure(await db.ExpressionsOfInterest.SingleOrDefaultAsync(made => made.Id == offer.ExpressionOfInterestId, cancellationToken), offer);
        db.Tell(offer, action, before);
        await db.SaveOneAvailableAsync(offer, cancellationToken);
        return OfferView.Of(offer, code, await db.CommittedByAsync(offer.MunicipalityId, cancellationToken));
    }
}
