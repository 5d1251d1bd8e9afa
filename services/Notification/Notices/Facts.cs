using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Notification.Notices;

/// <summary>
/// What a notice speaks of, as ids and public facts; names come when it is told, in the language of whom it is told to. What
/// does not apply is null.
/// </summary>
public sealed record Facts
{
    public Guid? NeedId { get; init; }

    public Guid? ProposalId { get; init; }

    public Guid? PartnershipId { get; init; }

    public Guid? RunId { get; init; }

    /// <summary>The Ukrainian municipality.</summary>
    public Guid? HromadaId { get; init; }

    /// <summary>The Norwegian municipality, county authority or company.</summary>
    public Guid? SupplierId { get; init; }

    /// <summary>The subject's version after what happened.</summary>
    public long? Version { get; init; }

    /// <summary>How many proposals a run made.</summary>
    public int? Proposals { get; init; }

    /// <summary>How many needs a run found nobody for.</summary>
    public int? Unmatched { get; init; }

    public ProposalStatus? Status { get; init; }

    public DeclineReason? DeclineReason { get; init; }

    /// <summary>Where a need stands that is matched no more: withdrawn, duplicate, expired, suspended or closed.</summary>
    public string? Ended { get; init; }

    /// <summary>Why a hromada is reminded.</summary>
    public ReminderReason? Reminder { get; init; }

    /// <summary>When it is asked whether an offer still holds.</summary>
    public ConfirmationMoment? Confirmation { get; init; }

    /// <summary>True when nobody was written to, since a person decides how to ask.</summary>
    public bool? ByPerson { get; init; }

    /// <summary>The day that the reminder is about: in Kyiv for a need.</summary>
    public DateOnly? DueOn { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public ApprovalKey? Key { get; init; }

    public PartnershipStage? Stage { get; init; }

    public bool? Exists { get; init; }

    public DateOnly? FollowUpOn { get; init; }

    /// <summary>The municipality that could not be reached.</summary>
    public Guid? UnreachedId { get; init; }

    /// <summary>What the other side said last; a code without personal values.</summary>
    public string? Error { get; init; }

    /// <summary>The host of a webhook's address.</summary>
    public string? Host { get; init; }

    /// <summary>The municipalities that it speaks of.</summary>
    public IEnumerable<Guid> Municipalities() => new[] { HromadaId, SupplierId, UnreachedId }.OfType<Guid>();
}
