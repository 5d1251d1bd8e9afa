namespace Kommunebro.Contracts.Needs;

/// <summary>AUC turned a need down; needs-intake tells why.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">The need's version after the step.</param>
/// <param name="MunicipalityId">The hromada whose need it is.</param>
public sealed record NeedRejected(Guid NeedId, long Version, Guid MunicipalityId)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-rejected.v1";
}
