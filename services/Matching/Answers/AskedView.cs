using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Answers;

/// <summary>Why a link cannot be answered by any more.</summary>
public enum LinkEnd { Used, Expired, Withdrawn, Answered }

/// <summary>What whoever has a link may see: the briefing before a first talk.</summary>
/// <param name="Side">Who is asked.</param>
/// <param name="ClosedBecause">Why the link cannot be used; null while it can.</param>
/// <param name="Briefing">What is asked; null once the link expired or the proposal was withdrawn.</param>
/// <param name="AnswerBy">The day by which an answer is asked for.</param>
/// <param name="Answer">What this side answered.</param>
internal sealed record AskedView(Side Side, LinkEnd? ClosedBecause, Briefing? Briefing, DateOnly? AnswerBy, AnswerView? Answer);

/// <summary>What a party is told of a proposal.</summary>
internal sealed record Briefing(
    PartyCard Supplier,
    NeedCard Need,
    NamedCode Area,
    int PersonDays,
    bool PersonDaysAssumed,
    string Why,
    IReadOnlyList<string> Conditions)
{
    /// <summary>The briefing of <paramref name="side"/>.</summary>
    public static Briefing Of(Proposal proposal, Side side, PlaceBook book) => new(
        book.Party(proposal.SupplierId),
        book.Need(proposal.Match.Need, isOwn: side == Side.Hromada),
        book.Area(proposal.AreaCode),
        proposal.PersonDays,
        proposal.PersonDaysAssumed,
        book.Teller.Why(proposal.Match),
        book.Teller.Tell(proposal.Match.Explanation.Conditions));
}
