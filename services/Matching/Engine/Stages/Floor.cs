namespace Kommunebro.Matching.Engine;

/// <summary>A demand of fairness: so many of these hromadas must be covered before value counts.</summary>
/// <param name="Members">Which hromadas count.</param>
/// <param name="CriticalOnly">Whether only critical needs cover.</param>
/// <param name="Required">How many must be covered; more are not rewarded.</param>
/// <param name="Points">What each one is worth against those of other floors.</param>
internal sealed record Floor(bool[] Members, bool CriticalOnly, int Required, long Points);
