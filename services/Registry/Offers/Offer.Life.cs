using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>The steps of its life.</summary>
public sealed partial class Offer
{
    /// <summary>Says all of it anew; the rules have held. Who says what he offers says that it holds.</summary>
    /// <exception cref="Refusal">offer_withdrawn.</exception>
    public void Revise(OfferRequest request, DateTimeOffset now)
    {
        RefuseWithdrawn();
        Take(request);
        if (Status is OfferStatus.Available or OfferStatus.Paused) Hold(now);
        Become(Status, now);
    }

    /// <summary>Takes it back.</summary>
    /// <exception cref="Refusal">offer_withdrawn.</exception>
    public void Withdraw(string? reason, DateTimeOffset now)
    {
        RefuseWithdrawn();
        (WithdrawalReason, PauseReason) = (reason, null);
        Become(OfferStatus.Withdrawn, now);
    }

    /// <summary>Hands a draft in.</summary>
    /// <exception cref="Refusal">offer_withdrawn, offer_not_a_draft.</exception>
    public void HandIn(DateTimeOffset now)
    {
        Require("offer_not_a_draft", "Only a draft is handed in.", OfferStatus.Draft);
        SubmittedAt = now;
        Become(OfferStatus.Submitted, now);
    }

    /// <summary>Says that it holds: what was handed in or has expired becomes available, what is available or rests stays so for another year.</summary>
    /// <exception cref="Refusal">offer_withdrawn, offer_is_a_draft.</exception>
    public void Confirm(DateTimeOffset now)
    {
        Require("offer_is_a_draft", "Hand the draft in first.", OfferStatus.Submitted, OfferStatus.Available, OfferStatus.Paused, OfferStatus.Expired);
        Hold(now);
        Become(Status == OfferStatus.Paused ? OfferStatus.Paused : OfferStatus.Available, now);
    }

    /// <summary>Lets it rest.</summary>
    /// <exception cref="Refusal">offer_withdrawn, offer_not_available.</exception>
    public void Pause(string? reason, DateTimeOffset now)
    {
        Require("offer_not_available", "Only an available offer can rest.", OfferStatus.Available);
        PauseReason = reason;
        Become(OfferStatus.Paused, now);
    }

    /// <summary>Ends its rest, which says that it holds.</summary>
    /// <exception cref="Refusal">offer_withdrawn, offer_not_paused.</exception>
    public void Resume(DateTimeOffset now)
    {
        Require("offer_not_paused", "It does not rest.", OfferStatus.Paused);
        PauseReason = null;
        Hold(now);
        Become(OfferStatus.Available, now);
    }

    /// <summary>Notes that somebody was asked whether it holds; nothing of the offer changes, and so its version does not.</summary>
    public OfferConfirmationDue Ask(Country country, ConfirmationMoment moment, bool byPerson)
    {
        AskedAt = moment;
        return new OfferConfirmationDue(Id, Version, MunicipalityId, country, moment, OfferYear.ConfirmBy(this), byPerson);
    }

    /// <summary>Nobody confirmed it for too long.</summary>
    public void Expire(DateTimeOffset now)
    {
        Require("offer_not_available", "Only an available offer expires.", OfferStatus.Available);
        Become(OfferStatus.Expired, now);
    }

    /// <summary>Somebody says that it holds, and is asked again when its next year ends.</summary>
    private void Hold(DateTimeOffset now) => (LastConfirmedAt, AskedAt) = (now, null);

    private void Become(OfferStatus status, DateTimeOffset now)
    {
        Status = status;
        if (status == OfferStatus.Available) FirstAvailableAt ??= now;
        ChangedAt = now;
        Version++;
    }

    private void Require(string code, string message, params ReadOnlySpan<OfferStatus> allowed)
    {
        RefuseWithdrawn();
        if (!allowed.Contains(Status))
            throw new Refusal(RefusalKind.Conflict, code, message);
    }

    private void RefuseWithdrawn()
    {
        if (Status == OfferStatus.Withdrawn)
            throw new Refusal(RefusalKind.Conflict, "offer_withdrawn", "This offer was withdrawn for good; submit a new one.");
    }
}
