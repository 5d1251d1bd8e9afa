namespace Kommunebro.Contracts.Needs;

/// <summary>The hromada asked AUC something about its need; needs-intake tells what.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">The need's version after the step.</param>
/// <param name="MunicipalityId">The hromada whose need it is.</param>
public sealed record NeedAsked(Guid NeedId, long Version, Guid MunicipalityId)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-asked.v1";
}
