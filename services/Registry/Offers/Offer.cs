using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>All that a municipality reports at a time: competence by area, and the capacity that its areas share. A hromada's says what others can learn from it.</summary>
public sealed partial class Offer
{
    private readonly List<OfferArea> _areas = [];

    private Offer()
    {
    }

    /// <summary>Submits it; the rules have held.</summary>
    public Offer(Guid municipalityId, OfferRequest request, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7(now);
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

    /// <summary>The first day on which it may be drawn on; null when at once.</summary>
    public DateOnly? AvailableFrom { get; private set; }

    /// <summary>The last such day; null when none is set.</summary>
    public DateOnly? AvailableTo { get; private set; }

    /// <summary>Official codes of hromadas that it would like to work with.</summary>
    public List<string> Wishes { get; private set; } = [];

    /// <summary>Official codes of hromadas that it will not work with.</summary>
    public List<string> Vetoes { get; private set; } = [];

    /// <summary>Codes of areas in which it would like to learn.</summary>
    public List<string> Learns { get; private set; } = [];

    /// <summary>Who in the municipality stands behind it.</summary>
    public PoliticalAnchoring Anchoring { get; private set; }

    /// <summary>The day of that decision.</summary>
    public DateOnly? AnchoredOn { get; private set; }

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

    /// <summary>When somebody was asked last in this year whether it holds; null where nobody was.</summary>
    public ConfirmationMoment? AskedAt { get; private set; }

    /// <summary>Why it rests; null while it does not or where no reason was given.</summary>
    public string? PauseReason { get; private set; }

    /// <summary>Why it was withdrawn; null while it stands or where no reason was given.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>What the other services hear.</summary>
    public OfferChanged ToMessage() => new(
        Id, Version, MunicipalityId, Status == OfferStatus.Available,
        [.. _areas.OrderBy(area => area.AreaCode, StringComparer.Ordinal)
            .Select(area => new OfferedArea(area.AreaCode, area.Level, area.Modes, area.PersonDays))],
        PersonDays, CapacityBand, Terms, Languages, MaxPartnerships, Travel, Illustrative,
        AvailableFrom, AvailableTo, Wishes, Vetoes, Learns);

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
        (AvailableFrom, AvailableTo) = (request.AvailableFrom, request.AvailableTo);
        Wishes = Sorted(request.Wishes);
        Vetoes = Sorted(request.Vetoes);
        Learns = Sorted(request.Learns);
        (Anchoring, AnchoredOn) = (request.Anchoring, request.AnchoredOn);
        Illustrative = request.Illustrative;
        ExpressionOfInterestId = request.ExpressionOfInterestId;
    }

    private static List<string> Sorted(IReadOnlyList<string>? codes) => [.. (codes ?? []).Order(StringComparer.Ordinal)];
}
