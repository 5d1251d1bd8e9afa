using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.Matching.Timeline;

namespace Kommunebro.Matching.Proposals;

/// <summary>A proposal in one language, as its reader may see it. A party sees what it is asked, never scores or keys.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Side">Which side the reader acts for; null for staff.</param>
/// <param name="Origin">Where it comes from; staff alone.</param>
/// <param name="RunId">The run that made it; staff alone.</param>
/// <param name="Supplier">Who would help.</param>
/// <param name="Need">What would be met, and whose need it is.</param>
/// <param name="Area">The competence that would be used.</param>
/// <param name="Quarters">How many of its four quarters would be met.</param>
/// <param name="Coordinates">Whether the supplier would coordinate those who share the need.</param>
/// <param name="PersonDays">Person-days a year that the supplier would give.</param>
/// <param name="PersonDaysAssumed">A rule filled them in, and nobody confirmed them yet.</param>
/// <param name="Score">0 to 1000; staff alone.</param>
/// <param name="Criteria">What each criterion gives; staff alone, and not in lists.</param>
/// <param name="Why">Why this may help.</param>
/// <param name="Conditions">What people must see to first.</param>
/// <param name="Assumed">What is assumed.</param>
/// <param name="Ks">The key of KS; staff alone.</param>
/// <param name="Auc">The key of AUC; staff alone.</param>
/// <param name="SupplierAnswer">What the supplier said; its words for itself and staff.</param>
/// <param name="HromadaAnswer">What the hromada said; its words for itself and staff.</param>
/// <param name="AnswerBy">The day by which an answer is asked for.</param>
/// <param name="PartnershipId">What two yeses began.</param>
/// <param name="ContactsShared">True after two yeses: registry then shows each side the other's contacts.</param>
/// <param name="ProposedAt">When it was proposed (UTC).</param>
/// <param name="Reason">What the person said who proposed by hand or withdrew; staff alone.</param>
/// <param name="Opening">For whom it is meant, when a person opened an occupied hromada.</param>
/// <param name="Steps">What this reader may do now.</param>
/// <param name="Illustrative">True for an example that makes no statement about these places.</param>
/// <param name="History">What happened, oldest first; staff alone, and not in lists.</param>
public sealed record ProposalView(
    Guid Id,
    long Version,
    ProposalStatus Status,
    Side? Side,
    ProposalOrigin? Origin,
    Guid? RunId,
    PartyCard Supplier,
    NeedCard Need,
    NamedCode Area,
    int Quarters,
    bool Coordinates,
    int PersonDays,
    bool PersonDaysAssumed,
    int? Score,
    IReadOnlyList<CriterionView> Criteria,
    string Why,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Assumed,
    KeyView? Ks,
    KeyView? Auc,
    AnswerView? SupplierAnswer,
    AnswerView? HromadaAnswer,
    DateOnly? AnswerBy,
    Guid? PartnershipId,
    bool ContactsShared,
    DateTimeOffset ProposedAt,
    string? Reason,
    OpeningGround? Opening,
    IReadOnlyList<string> Steps,
    bool Illustrative,
    IReadOnlyList<HistoryView> History);

/// <summary>A key that was turned.</summary>
/// <param name="By">The account, as in the audit.</param>
/// <param name="At">When (UTC).</param>
public sealed record KeyView(string By, DateTimeOffset At);

/// <summary>What a party said.</summary>
/// <param name="Accepted">Yes or no.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Note">In its own words.</param>
/// <param name="How">How it came.</param>
/// <param name="Channel">With a recorded one.</param>
/// <param name="By">Who gave or recorded it, as in the audit; null for a link, and for the other side.</param>
/// <param name="At">When it was stored (UTC).</param>
/// <param name="On">The day on which a recorded one was said.</param>
public sealed record AnswerView(
    bool Accepted,
    DeclineReason? Reason,
    string? Note,
    AnswerWay How,
    AnswerChannel? Channel,
    string? By,
    DateTimeOffset At,
    DateOnly? On)
{
    /// <summary>The whole answer, for its giver and for staff.</summary>
    public static AnswerView? Of(PartyAnswer? answer) => answer is null ? null : new(
        answer.Accepted, answer.Reason, answer.Note, answer.How, answer.Channel, answer.By is "" ? null : answer.By, answer.At, answer.On);

    /// <summary>What the other side hears of it: yes or no, and the typed reason.</summary>
    public static AnswerView? ForOther(PartyAnswer? answer) =>
        Of(answer) is { } view ? view with { Note = null, By = null, Channel = null } : null;
}
