namespace Kommunebro.Contracts.Matching;

/// <summary>
/// Where two municipalities stand. Until the letter of intent or agreed acute help they only talk; from then on the
/// partnership exists.
/// </summary>
public enum PartnershipStage { FirstTalk, Exploring, LetterOfIntent, AcuteHelp, Active, Closed, Cancelled }

/// <summary>What happened in a partnership.</summary>
public enum PartnershipEvent { Started, Registered, StageReached, FollowUpDue }

/// <summary>The whole public state of a partnership, after a change of its stage or when a follow-up is due.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Version">Rises with each change; an older version never replaces a newer one.</param>
/// <param name="Event">What happened.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Exists">True from the letter of intent or agreed acute help until its end.</param>
/// <param name="HromadaId">The Ukrainian municipality.</param>
/// <param name="SupplierId">The Norwegian municipality, county authority or company.</param>
/// <param name="NeedIds">The needs that it serves.</param>
/// <param name="PersonDays">Person-days a year that it takes of the supplier.</param>
/// <param name="FollowUpOn">The day of the next follow-up; null when none is planned.</param>
/// <param name="Quarters">Of each need, in the order of <paramref name="NeedIds"/>, how many of its four quarters it meets; null, from before parts were told, for all of them.</param>
public sealed record PartnershipChanged(
    Guid PartnershipId,
    long Version,
    PartnershipEvent Event,
    PartnershipStage Stage,
    bool Exists,
    Guid HromadaId,
    Guid SupplierId,
    IReadOnlyList<Guid> NeedIds,
    int PersonDays,
    DateOnly? FollowUpOn,
    IReadOnlyList<int>? Quarters = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "matching.partnership-changed.v1";
}
