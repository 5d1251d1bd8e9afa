using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.NeedsIntake.Safety;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>
/// A need as a reader sees it. What the reader may not see is null and named in <see cref="Masked"/>; a null that is not
/// named there means that nothing was given.
/// </summary>
public sealed record NeedView
{
    public required Guid Id { get; init; }

    /// <summary>Rises with each change; the ETag, and what If-Match must say.</summary>
    public required long Version { get; init; }

    public required NeedStatus Status { get; init; }

    /// <summary>True for an example that makes no statement about the hromada.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>The hromada's KATOTTG code.</summary>
    public string? Municipality { get; init; }

    public LocalizedText? MunicipalityNames { get; init; }

    /// <summary>The hromada's oblast.</summary>
    public RegionView? Region { get; init; }

    public TerritoryNotice? TerritoryNotice { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public string? Area { get; init; }

    public Horizon? Horizon { get; init; }

    public int? Urgency { get; init; }

    public string? UrgencyReason { get; init; }

    public IReadOnlyList<Mode>? DesiredModes { get; init; }

    public int? PersonDays { get; init; }

    public Band? EffortBand { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Who may see it; restricted while its texts wait for a decision or an exemption holds.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>What the writer chose, which holds again afterwards.</summary>
    public Sensitivity? StatedSensitivity { get; init; }

    public DateOnly? NeededBy { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What AUC asked when it returned the need.</summary>
    public string? Question { get; init; }

    public RejectionReason? RejectionReason { get; init; }

    public string? RejectionText { get; init; }

    public string? WithdrawalReason { get; init; }

    public OccupiedTerritoryBasis? OnOccupiedTerritory { get; init; }

    public NeedKind? Kind { get; init; }

    public IReadOnlyList<string>? SecondaryAreas { get; init; }

    /// <summary>The languages whose texts are translations.</summary>
    public IReadOnlyList<NeedTranslation>? Translations { get; init; }

    public PeopleAffected? PeopleAffected { get; init; }

    public RequestedQuantity? Quantity { get; init; }

    public Season? Season { get; init; }

    public Readiness? Readiness { get; init; }

    public string? DreamId { get; init; }

    public RdnaSector? RdnaSector { get; init; }

    public NeedCost? Cost { get; init; }

    public string? Constraints { get; init; }

    public string? Wishes { get; init; }

    public string? Vetoes { get; init; }

    public LocationPrecision? LocationPrecision { get; init; }

    public NeedSource? Source { get; init; }

    /// <summary>Whether AUC confirmed the effort; otherwise it is as stated, or matching assumes it by its versioned rule.</summary>
    public bool? EffortConfirmed { get; init; }

    public VerificationMethod? VerificationMethod { get; init; }

    /// <summary>Where the evidence of the verification is.</summary>
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <summary>Whether a coordinator of AUC has taken it up.</summary>
    public bool? HasReviewer { get; init; }

    /// <summary>The need that this one repeats.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>When the hromada last said something about it.</summary>
    public DateTimeOffset? LastHeardAt { get; init; }

    /// <summary>Until when its deadlines rest.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public PauseReason? PauseReason { get; init; }

    /// <summary>What its texts seem to tell that must not be told; until a person decides it counts as restricted.</summary>
    public IReadOnlyList<FindingNotice>? Warnings { get; init; }

    /// <summary>Whether a person must still decide on the warnings.</summary>
    public bool? TextsUndecided { get; init; }

    public ExemptionGround? ExemptionGround { get; init; }

    /// <summary>What would help AUC to verify it; empty once it is verified.</summary>
    public IReadOnlyList<GuidanceItem>? Missing { get; init; }

    /// <summary>The names of the fields that this reader may not see; empty when it sees all.</summary>
    public required IReadOnlyList<string> Masked { get; init; }
}

/// <summary>An oblast.</summary>
/// <param name="Code">The oblast's two KATOTTG digits.</param>
/// <param name="Names">Its name.</param>
public sealed record RegionView(string Code, LocalizedText Names);
