using Kommunebro.Contracts;

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

    public Sensitivity? Sensitivity { get; init; }

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

    /// <summary>The names of the fields that this reader may not see; empty when it sees all.</summary>
    public required IReadOnlyList<string> Masked { get; init; }
}

/// <summary>An oblast.</summary>
/// <param name="Code">The oblast's two KATOTTG digits.</param>
/// <param name="Names">Its name.</param>
public sealed record RegionView(string Code, LocalizedText Names);
