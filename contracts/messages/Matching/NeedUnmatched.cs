namespace Kommunebro.Contracts.Matching;

/// <summary>A run found nobody for a verified need; a person takes over. It is told once until the need changes or is matched.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="NeedVersion">The need's version that the run looked at.</param>
/// <param name="MunicipalityId">The hromada whose need it is.</param>
/// <param name="RunId">The run.</param>
public sealed record NeedUnmatched(Guid NeedId, long NeedVersion, Guid MunicipalityId, Guid RunId)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "matching.need-unmatched.v1";
}
