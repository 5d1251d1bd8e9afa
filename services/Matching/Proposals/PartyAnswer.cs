using Kommunebro.Contracts.Matching;

namespace Kommunebro.Matching.Proposals;

/// <summary>How an answer came.</summary>
public enum AnswerWay { Api, Link, Recorded }

/// <summary>How a party said what staff recorded.</summary>
public enum AnswerChannel { Phone, Email, Letter, Meeting }

/// <summary>What a party said.</summary>
/// <param name="Accepted">Yes or no.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Note">In its own words.</param>
/// <param name="How">How it came.</param>
/// <param name="Channel">With a recorded one.</param>
/// <param name="By">Who gave or recorded it, as in the audit; empty for a link, behind which stands whoever got the letter.</param>
/// <param name="At">When it was stored (UTC).</param>
/// <param name="On">The day on which a recorded one was said.</param>
public sealed record PartyAnswer(
    bool Accepted,
    DeclineReason? Reason,
    string? Note,
    AnswerWay How,
    AnswerChannel? Channel,
    string By,
    DateTimeOffset At,
    DateOnly? On);
