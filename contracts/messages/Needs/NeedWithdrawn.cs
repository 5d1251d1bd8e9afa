namespace Kommunebro.Contracts.Needs;

/// <summary>
/// A verified need must not be matched any more: its hromada withdrew it, or AUC closed it or set it aside. Or a need, verified or
/// not, was suspended by either of them.
/// </summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">Rises with each change of this need.</param>
/// <param name="MunicipalityId">The hromada whose need it was; null from a sender that did not say it yet.</param>
/// <param name="Hide">True when what was made of it before must be hidden like what is restricted.</param>
/// <param name="Reason">Where it stands now: withdrawn, duplicate, expired, suspended or closed; null from a sender that did not say it yet.</param>
public sealed record NeedWithdrawn(Guid NeedId, long Version, Guid? MunicipalityId = null, bool Hide = false, string? Reason = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-withdrawn.v1";
}
