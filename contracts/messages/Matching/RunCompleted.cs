namespace Kommunebro.Contracts.Matching;

/// <summary>A matching run came to its end and its proposals wait for the two keys.</summary>
/// <param name="RunId">The run.</param>
/// <param name="RequestedBy">The account that asked for it.</param>
/// <param name="Proposals">How many proposals it made.</param>
/// <param name="Unmatched">How many verified needs it found nobody for.</param>
public sealed record RunCompleted(Guid RunId, string RequestedBy, int Proposals, int Unmatched)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "matching.run-completed.v1";
}
