using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Telling;
using Kommunebro.Matching.Timeline;

namespace Kommunebro.Matching.Partnerships;

/// <summary>A partnership in one language, as its reader may see it.</summary>
/// <param name="Id">The partnership.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Exists">From the letter of intent or agreed acute help until its end.</param>
/// <param name="Origin">proposal or registered.</param>
/// <param name="ProposalId">The proposal that began it.</param>
/// <param name="Supplier">Who helps.</param>
/// <param name="Hromada">Who is helped.</param>
/// <param name="Needs">The needs that it serves.</param>
/// <param name="Area">Its area.</param>
/// <param name="PersonDays">Person-days a year that it takes of the supplier.</param>
/// <param name="StartedAt">When it began here (UTC).</param>
/// <param name="StageOn">The day on which its stage was reached.</param>
/// <param name="FollowUpOn">The day of the next follow-up.</param>
/// <param name="ContactsShared">True: registry shows each side the other's contacts.</param>
/// <param name="NextStages">The stages that can be reached from here; empty for readers who may not.</param>
/// <param name="Timeline">What happened, oldest first; staff alone, and not in lists.</param>
public sealed record PartnershipView(
    Guid Id,
    long Version,
    PartnershipStage Stage,
    bool Exists,
    PartnershipOrigin Origin,
    Guid? ProposalId,
    PartyCard Supplier,
    PartyCard Hromada,
    IReadOnlyList<NeedCard> Needs,
    NamedCode Area,
    int PersonDays,
    DateTimeOffset StartedAt,
    DateOnly StageOn,
    DateOnly? FollowUpOn,
    bool ContactsShared,
    IReadOnlyList<PartnershipStage> NextStages,
    IReadOnlyList<HistoryView> Timeline);
