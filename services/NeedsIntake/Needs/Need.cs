using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Safety;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Why AUC verifies a need of a hromada that is wholly occupied.</summary>
public enum OccupiedTerritoryBasis { RelocatedAdministration, DisplacedResidents }

/// <summary>Why AUC turns a need down.</summary>
public enum RejectionReason { AreaMismatch, Duplicate, InsufficientInformation, OutsideProgramme, Other }

/// <summary>A hromada's need, from its submission to its end.</summary>
public sealed partial class Need
{
    private Need()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public Guid MunicipalityId { get; private set; }

    public NeedStatement Statement { get; private set; } = null!;

    public NeedStatus Status { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Since when it stands so; that AUC takes it up begins nothing anew.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>What AUC asked when it returned the need; gone once the hromada has answered it, or said the need anew.</summary>
    public string? Question { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public string? VerificationNote { get; private set; }

    public OccupiedTerritoryBasis? OnOccupiedTerritory { get; private set; }

    public RejectionReason? RejectionReason { get; private set; }

    public string? RejectionText { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>Who of AUC has taken it up, as audit names people.</summary>
    public string? Reviewer { get; private set; }

    public VerificationMethod? VerificationMethod { get; private set; }

    /// <summary>Where the evidence is: document numbers, addresses, who was called (by role, never by name).</summary>
    public IReadOnlyList<string> Evidence { get; private set; } = [];

    /// <summary>Whether AUC confirmed the effort; until then matching takes what was stated, or assumes it by its versioned rule.</summary>
    public bool EffortConfirmed { get; private set; }

    /// <summary>When it was verified for the first time, as it stands now: from then the delay of publication counts.</summary>
    public DateTimeOffset? FirstVerifiedAt { get; private set; }

    /// <summary>The need that this one repeats.</summary>
    public Guid? DuplicateOf { get; private set; }

    /// <summary>Where it stood when it was suspended.</summary>
    public NeedStatus? SuspendedFrom { get; private set; }

    /// <summary>When the hromada last said something about it.</summary>
    public DateTimeOffset LastHeardAt { get; private set; }

    /// <summary>Until when its deadlines rest; may have passed.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    public PauseReason? PauseReason { get; private set; }

    /// <summary>How long its deadlines have been let rest since its last verification, or since it was stated.</summary>
    public TimeSpan Rested { get; private set; }

    /// <summary>What its texts seem to tell that must not be told.</summary>
    public IReadOnlyList<TextFinding> TextFindings { get; private set; } = [];

    /// <summary>Whether a person must still decide on the findings; meanwhile it counts as restricted.</summary>
    public bool TextsUndecided { get; private set; }

    /// <summary>The legal ground on which a person restricted it; no revision lifts it, a person clears it.</summary>
    public ExemptionGround? ExemptionGround { get; private set; }

    /// <summary>Who may see it: nobody but those who work on it until a person has decided on its texts, or when one restricted it.</summary>
    public Sensitivity Sensitivity => TextsUndecided || ExemptionGround is not null ? Sensitivity.Restricted : Statement.Sensitivity;
}
