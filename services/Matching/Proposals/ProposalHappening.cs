using Kommunebro.Contracts.Matching;

namespace Kommunebro.Matching.Proposals;

/// <summary>What happened to a proposal in a step; others are told of it.</summary>
/// <param name="What">What.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="Key">The key that was turned, or the side of who proposed by hand.</param>
public sealed record ProposalHappening(ProposalEvent What, long Version, ApprovalKey? Key);
