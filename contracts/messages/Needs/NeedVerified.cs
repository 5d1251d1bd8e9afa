namespace Kommunebro.Contracts.Needs;

/// <summary>A need that AUC has verified, in its whole state; from now on it may be matched.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">Rises with each change of this need; an older version never replaces a newer one.</param>
/// <param name="MunicipalityId">The hromada that has the need.</param>
/// <param name="Title">What is needed, in a line.</param>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Horizon">How soon it must be met.</param>
/// <param name="Urgency">1 low, 2 normal, 3 high, 4 critical (4 counts as critical, since AUC confirmed it with the verification).</param>
/// <param name="DesiredModes">How the hromada wants to be helped; empty means any.</param>
/// <param name="PersonDays">Effort in person-days; null when unknown or given as a band.</param>
/// <param name="EffortBand">Effort as a band; null when unknown or given in person-days.</param>
/// <param name="Languages">Languages in which the hromada can work, ISO 639-1.</param>
/// <param name="Sensitivity">Who may see it.</param>
/// <param name="NeededBy">The day by which help is needed; null when open.</param>
/// <param name="ExpiresAt">When the verification must be renewed (UTC).</param>
/// <param name="Illustrative">True for an example that makes no statement about the hromada.</param>
/// <param name="Again">True when AUC decided nothing anew: the whole state is told again, and nobody needs to hear of it.</param>
public sealed record NeedVerified(
    Guid NeedId,
    long Version,
    Guid MunicipalityId,
    LocalizedText Title,
    string AreaCode,
    Horizon Horizon,
    int Urgency,
    IReadOnlyList<Mode> DesiredModes,
    int? PersonDays,
    Band? EffortBand,
    IReadOnlyList<string> Languages,
    Sensitivity Sensitivity,
    DateOnly? NeededBy,
    DateTimeOffset ExpiresAt,
    bool Illustrative,
    bool Again = false)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-verified.v1";
}
