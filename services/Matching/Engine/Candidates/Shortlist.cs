namespace Kommunebro.Matching.Engine;

/// <summary>Ranked lists for a coordinator, without a run: who fits this town, and whom could this municipality help?</summary>
public static class Shortlist
{
    /// <summary>Suppliers that could serve the hromada's needs, best first: by their best pair, then by all their pairs together.</summary>
    /// <param name="problem">The data.</param>
    /// <param name="hromadaId">The hromada; one without needs gets an empty list.</param>
    /// <param name="limit">The most entries.</param>
    public static IReadOnlyList<ShortlistEntry> ForHromada(Problem problem, Guid hromadaId, int limit) =>
        Rank(CandidateSet.OfHromada(problem, hromadaId).Pairs, pair => pair.Supplier.Id, pair => pair.Supplier.Code, limit);

    /// <summary>Hromadas whose needs the supplier could serve, best first in the same way.</summary>
    /// <param name="problem">The data.</param>
    /// <param name="supplierId">The supplier; one that fits no need gets an empty list.</param>
    /// <param name="limit">The most entries.</param>
    public static IReadOnlyList<ShortlistEntry> ForSupplier(Problem problem, Guid supplierId, int limit) =>
        Rank(Detailed(CandidateSet.Of(problem), supplierId), pair => pair.Hromada.Id, pair => pair.Hromada.Code, limit);

    private static IEnumerable<Pair> Detailed(CandidateSet candidates, Guid supplierId) =>
        candidates.OfSupplier(supplierId).Select(candidates.Detail);

    private static IReadOnlyList<ShortlistEntry> Rank(
        IEnumerable<Pair> pairs, Func<Pair, Guid> partner, Func<Pair, string> code, int limit) =>
        [.. pairs
            .GroupBy(partner)
            .Select(group => (Id: group.Key, Pairs: BestFirst(group)))
            .OrderByDescending(entry => entry.Pairs[0].Value)
            .ThenByDescending(entry => entry.Pairs.Sum(pair => pair.Value))
            .ThenBy(entry => code(entry.Pairs[0]), StringComparer.Ordinal)
            .Take(limit)
            .Select((entry, index) => new ShortlistEntry(index + 1, entry.Id, entry.Pairs))];

    private static IReadOnlyList<Pair> BestFirst(IEnumerable<Pair> pairs) =>
        [.. pairs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Need.Id)];
}

/// <summary>One line of a shortlist.</summary>
/// <param name="Rank">1 is best.</param>
/// <param name="PartnerId">The supplier for a hromada, the hromada for a supplier.</param>
/// <param name="Pairs">What the two could do together, best first; each pair carries its reasons.</param>
public sealed record ShortlistEntry(int Rank, Guid PartnerId, IReadOnlyList<Pair> Pairs);
