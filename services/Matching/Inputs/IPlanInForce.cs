using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Inputs;

/// <summary>What is proposed, by runs or by hand, and nobody released or took back yet.</summary>
internal interface IPlanInForce
{
    /// <summary>Its shares, by supplier and need.</summary>
    Task<IReadOnlyList<PlannedShare>> ReadAsync(CancellationToken cancellationToken);
}
