using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>All that a Norwegian supplier reports at a time: competence by area, and the capacity that its areas share.</summary>
public sealed class Offer
{
    private readonly List<OfferArea> _areas = [];

    private Offer()
    {
    }

    /// <summary>Submits it; the rules have held.</summary>
    public Offer(Guid municipalityId, OfferRequest request, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        MunicipalityId = municipalityId;
        SubmittedAt = now;
        LastConfirmedAt = now;
        Take(request);
        Become(request.Draft ? OfferStatus.Draft : OfferStatus.Available, now);
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change of the offer or its areas.</summary>
    public long Version { get; private set; }

    /// <summary>Who offers.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>Whether it stands.</summary>
    public OfferStatus Status { get; private set; }

    /// <summary>What it is good at.</summary>
    public IReadOnlyList<OfferArea> Areas => _areas;

    /// <summary>Person-days a year over all areas; null when unknown or given as a band.</summary>
    public int? PersonDays { get; private set; }

    /// <summary>Capacity as a band; null when unknown or given in person-days.</summary>
    public Band? CapacityBand { get; private set; }

    /// <summary>Lengths of cooperation that it accepts.</summary>
    public List<Term> Terms { get; private set; } = [];

    /// <summary>Working languages, ISO 639-1.</summary>
    public List<string> Languages { get; private set; } = [];

    /// <summary>How many hromadas it can work with at a time.</summary>
    public int MaxPartnerships { get; private set; }

    /// <summary>How far its people may travel.</summary>
    public Travel Travel { get; private set; }

    /// <summary>In its own words; every language may be missing.</summary>
    public LocalizedText Text { get; private set; } = null!;

    /// <summary>True for an example that makes no statement about the municipality.</summary>
    public bool Illustrative { get; private set; }

    /// <summary>The expression of interest that it was made of.</summary>
    public Guid? ExpressionOfInterestId { get; private set; }

    /// <summary>When it was submitted (UTC); while it is a draft, when that was begun.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>When it first became available (UTC), and so was shown to all who read the register; null where it never was.</summary>
    public DateTimeOffset? FirstAvailableAt { get; private set; }

    /// <summary>When it was changed last (UTC).</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When somebody said last that it still holds (UTC).</summary>
    public DateTimeOffset LastConfirmedAt { get; private set; }

    /// <summary>Why it rests; null while it does not or where no reason was given.</summary>
    public string? PauseReason { get; private set; }

    /// <summary>Why it was withdrawn; null while it stands or where no reason was given.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Says all of it anew; the rules have held. Who says what he offers says that it holds.</summary>
    /// <exception cref="Refusal">offer_withdrawn.</exception>
    public void Revise(OfferRequest request, DateTimeOffset now)
    {
        RefuseWithdrawn();
        Take(request);
        if (Status is OfferStatus.Available or OfferStatus.Paused) LastConfirmedAt = now;
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
        LastConfirmedAt = now;
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
        LastConfirmedAt = now;
        Become(OfferStatus.Available, now);
    }

    /// <summary>Nobody confirmed it for too long.</summary>
    public void Expire(DateTimeOffset now)
    {
        Require("offer_not_available", "Only an available offer expires.", OfferStatus.Available);
        Become(OfferStatus.Expired, now);
    }

    /// <summary>What the other services hear.</summary>
    public OfferChanged ToMessage() => new(
        Id, Version, MunicipalityId, Status == OfferStatus.Available,
        [.. _areas.OrderBy(area => area.AreaCode, StringComparer.Ordinal)
            .Select(area => new OfferedArea(area.AreaCode, area.Level, area.Modes, area.PersonDays))],
        PersonDays, CapacityBand, Terms, Languages, MaxPartnerships, Travel, Illustrative);

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

    private void Take(OfferRequest request)
    {
        _areas.Clear();
        _areas.AddRange(request.Areas.Select(area => new OfferArea(area)));
        PersonDays = request.PersonDays;
        CapacityBand = request.CapacityBand;
        Terms = [.. request.Terms.Order()];
        Languages = [.. request.Languages];
        MaxPartnerships = request.MaxPartnerships;
        Travel = request.Travel;
        Text = request.Text?.ToText() ?? new LocalizedText(null, null, null);
        Illustrative = request.Illustrative;
        ExpressionOfInterestId = request.ExpressionOfInterestId;
    }
}
