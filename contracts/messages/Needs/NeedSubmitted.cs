namespace Kommunebro.Contracts.Needs;

/// <summary>A need was stated, or a returned one was stated anew, and waits for AUC.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">The need's version after the step.</param>
/// <param name="MunicipalityId">The hromada whose need it is.</param>
public sealed record NeedSubmitted(Guid NeedId, long Version, Guid MunicipalityId)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-submitted.v1";
}
