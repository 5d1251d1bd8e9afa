namespace Kommunebro.Matching.Engine;

/// <summary>The choice that is left to a solver once everything else is known: which of the pairs to take. Numbers and positions only, so that any solver can be put behind the seam.</summary>
/// <param name="Suppliers">Limits of each supplier.</param>
/// <param name="Hromadas">Limits of each hromada, and what the fairness stages count.</param>
/// <param name="Needs">Each need goes to at most one supplier.</param>
/// <param name="Pairs">What can be chosen, in the order of need and supplier.</param>
/// <param name="OverheadDays">Person-days that each partnership takes from its supplier's total.</param>
/// <param name="OverheadValue">Value that each partnership costs.</param>
public sealed record MasterModel(
    IReadOnlyList<MasterSupplier> Suppliers,
    IReadOnlyList<MasterHromada> Hromadas,
    IReadOnlyList<MasterNeed> Needs,
    IReadOnlyList<MasterPair> Pairs,
    int OverheadDays,
    long OverheadValue)
{
    // Solvers report bounds as double, which is exact up to here.
    private const long MostValue = 1L << 53;

    /// <summary>The model of all candidates.</summary>
    /// <exception cref="InvalidProblemException">The values are too large to be added up exactly.</exception>
    public static MasterModel Of(CandidateSet candidates)
    {
        var problem = candidates.Problem;
        var supplierAt = Positions(problem.Suppliers.Select(supplier => supplier.Id));
        var hromadaAt = Positions(problem.Hromadas.Select(hromada => hromada.Id));
        var needAt = Positions(problem.Needs.Select(need => need.Id));
        var most = candidates.Pairs.Sum(pair => (decimal)pair.Value + problem.Scenario.OverheadValue);
        InvalidProblemException.Unless(most <= MostValue, "values_exact", $"all values together are {most}, more than 2^53.");
        return new MasterModel(
            [.. problem.Suppliers.Select(MasterSupplier.Of)],
            [.. problem.Hromadas.Select(hromada => MasterHromada.Of(hromada, problem.Scenario))],
            [.. problem.Needs.Select(need => new MasterNeed(hromadaAt[need.HromadaId], need.Urgency == Need.Critical))],
            [.. candidates.Pairs.Select(pair => MasterPair.Of(pair, supplierAt[pair.Supplier.Id], needAt[pair.Need.Id]))],
            problem.Scenario.OverheadDays,
            problem.Scenario.OverheadValue);
    }

    private static Dictionary<Guid, int> Positions(IEnumerable<Guid> ids) =>
        ids.Select((id, position) => (id, position)).ToDictionary(item => item.id, item => item.position);
}
