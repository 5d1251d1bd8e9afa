using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Explaining;

/// <summary>What two plans have different.</summary>
/// <param name="OnlyInThis">Matches of the first plan alone.</param>
/// <param name="OnlyInOther">Matches of the second plan alone.</param>
/// <param name="Resized">Matches of both with different quarters: as they are in the first, and the quarters in the second.</param>
/// <param name="Gained">Needs that somebody helps in the first plan and nobody in the second.</param>
/// <param name="Lost">Needs that nobody helps in the first plan and somebody in the second.</param>
internal sealed record PlanDiff(
    IReadOnlyList<StoredMatch> OnlyInThis,
    IReadOnlyList<StoredMatch> OnlyInOther,
    IReadOnlyList<(StoredMatch Match, int Other)> Resized,
    IReadOnlyList<StoredNeed> Gained,
    IReadOnlyList<StoredNeed> Lost)
{
    /// <summary>How many lines it has.</summary>
    public int Lines => OnlyInThis.Count + OnlyInOther.Count + Resized.Count + Gained.Count + Lost.Count;

    /// <summary>Compares two plans.</summary>
    public static PlanDiff Of(StoredPlan one, StoredPlan other)
    {
        var (here, there) = (ByPair(one), ByPair(other));
        return new PlanDiff(
            [.. Without(here, there)],
            [.. Without(there, here)],
            [
                .. here.Where(known => there.TryGetValue(known.Key, out var match) && match.Quarters != known.Value.Quarters)
                    .OrderBy(known => known.Key).Select(known => (known.Value, there[known.Key].Quarters)),
            ],
            [.. Helped(one, other)],
            [.. Helped(other, one)]);
    }

    /// <summary>What is told of it to a reader.</summary>
    public PlanDiff For(NeedSight sight) => new(
        [.. OnlyInThis.Where(match => sight.Tells(match.Need))],
        [.. OnlyInOther.Where(match => sight.Tells(match.Need))],
        [.. Resized.Where(resized => sight.Tells(resized.Match.Need))],
        [.. Gained.Where(sight.Tells)],
        [.. Lost.Where(sight.Tells)]);

    private static Dictionary<(Guid Supplier, Guid Need), StoredMatch> ByPair(StoredPlan plan) =>
        plan.Matches.ToDictionary(match => (match.Supplier.Id, match.Need.Id));

    private static IEnumerable<StoredMatch> Without(
        Dictionary<(Guid Supplier, Guid Need), StoredMatch> one, Dictionary<(Guid Supplier, Guid Need), StoredMatch> other) =>
        one.Where(known => !other.ContainsKey(known.Key)).OrderBy(known => known.Key).Select(known => known.Value);

    private static IEnumerable<StoredNeed> Helped(StoredPlan one, StoredPlan other)
    {
        var there = other.Matches.Select(match => match.Need.Id).ToHashSet();
        return one.Matches.Select(match => match.Need).Where(need => !there.Contains(need.Id)).DistinctBy(need => need.Id).OrderBy(need => need.Id);
    }
}
