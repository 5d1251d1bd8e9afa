using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Shortlists;

/// <summary>A ranked list in one language.</summary>
/// <param name="For">Who was asked for.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Candidates">Best first; empty when nobody fits.</param>
/// <param name="WithoutCandidates">The hromada's needs that nobody may serve, with the reason; empty when a supplier was asked for.</param>
public sealed record ShortlistView(
    PartyView For, string Language, IReadOnlyList<CandidateView> Candidates, IReadOnlyList<UnmatchedView> WithoutCandidates);

/// <summary>One candidate.</summary>
/// <param name="Rank">1 is best.</param>
/// <param name="Partner">The supplier for a hromada, the hromada for a supplier.</param>
/// <param name="Pairs">What the two could do together, best first.</param>
public sealed record CandidateView(int Rank, PartyView Partner, IReadOnlyList<MatchView> Pairs);
