namespace Kommunebro.Matching.Engine;

/// <summary>All eligible pairs of a problem, scored.</summary>
public sealed class CandidateSet
{
    private readonly ILookup<Guid, Pair> _byNeed;
    private readonly ILookup<Guid, Pair> _bySupplier;

    private CandidateSet(Problem problem, IReadOnlyList<Pair> pairs)
    {
        Problem = problem;
        Pairs = pairs;
        _byNeed = pairs.ToLookup(pair => pair.Need.Id);
        _bySupplier = pairs.ToLookup(pair => pair.Supplier.Id);
    }

    /// <summary>Finds the pairs of every need.</summary>
    /// <exception cref="OverflowException">The scenario's weights make a value exceed 64 bits.</exception>
    public static CandidateSet Of(Problem problem, CancellationToken cancellationToken = default) =>
        Of(problem, problem.Needs, cancellationToken);

    /// <summary>Finds the pairs of one hromada's needs alone.</summary>
    public static CandidateSet OfHromada(Problem problem, Guid hromadaId, CancellationToken cancellationToken = default) =>
        Of(problem, problem.Needs.Where(need => need.HromadaId == hromadaId), cancellationToken);

    /// <summary>The problem that the pairs belong to.</summary>
    public Problem Problem { get; }

    /// <summary>All pairs, by need and then by supplier, in the order of their ids.</summary>
    public IReadOnlyList<Pair> Pairs { get; }

    /// <summary>The pairs of a need; empty when nobody may serve it.</summary>
    public IEnumerable<Pair> OfNeed(Guid needId) => _byNeed[needId];

    /// <summary>The pairs of a supplier; empty when there is no need that it may serve.</summary>
    public IEnumerable<Pair> OfSupplier(Guid supplierId) => _bySupplier[supplierId];

    private static CandidateSet Of(Problem problem, IEnumerable<Need> needs, CancellationToken cancellationToken)
    {
        var pairs = new List<Pair>();
        foreach (var need in needs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pairs.AddRange(OfNeed(problem, need));
        }
        return new CandidateSet(problem, pairs);
    }

    private static IEnumerable<Pair> OfNeed(Problem problem, Need need)
    {
        Fit[] fits = [.. problem.Suppliers
            .Select(supplier => Fit.Between(problem, supplier, need))
            .Where(fit => Eligibility.FirstFailure(fit) is null)];
        IReadOnlyList<CriterionScore>[] breakdowns = [.. fits.Select(Scoring.Breakdown)];
        var levelling = Scoring.Levelling(breakdowns);
        return fits.Zip(breakdowns, (fit, breakdown) => ToPair(fit, breakdown, levelling));
    }

    private static Pair ToPair(Fit fit, IReadOnlyList<CriterionScore> breakdown, int levelling) => new(
        fit.Supplier,
        fit.Need,
        fit.Hromada,
        fit.Competence ?? throw new InvalidOperationException("An eligible pair has a competence."),
        fit.Modes,
        breakdown,
        levelling,
        fit.Problem.Scenario.NeedWeights.Of(fit.Need, fit.Hromada.Category),
        Eligibility.Conditions(fit));
}
