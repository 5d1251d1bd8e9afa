namespace Kommunebro.Contracts.Needs;

/// <summary>A verified need must not be matched any more: its hromada withdrew it, or AUC suspended, closed or set it aside.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">Rises with each change of this need.</param>
/// <param name="MunicipalityId">The hromada whose need it was; null from a sender that did not say it yet.</param>
public sealed record NeedWithdrawn(Guid NeedId, long Version, Guid? MunicipalityId = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-withdrawn.v1";
}
