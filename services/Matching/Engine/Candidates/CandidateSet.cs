namespace Kommunebro.Matching.Engine;

/// <summary>All eligible pairs of a problem with their scores; what speaks for one is worked out when it is asked for.</summary>
public sealed class CandidateSet
{
    private readonly Candidate[] _candidates;
    private readonly int[] _start;
    private readonly int[] _levelling;
    private readonly Dictionary<Guid, int> _needs = [];
    private ILookup<int, Candidate>? _bySupplier;

    private CandidateSet(Problem problem, Candidate[] candidates, int[] start, int[] levelling)
    {
        (Problem, _candidates, _start, _levelling) = (problem, candidates, start, levelling);
        for (var need = 0; need < problem.Needs.Count; need++) _needs.Add(problem.Needs[need].Id, need);
    }

    /// <summary>Finds the pairs of every need.</summary>
    /// <exception cref="OverflowException">The scenario's weights make a value exceed 64 bits.</exception>
    public static CandidateSet Of(Problem problem, CancellationToken cancellationToken = default) => Of(problem, _ => true, cancellationToken);

    /// <summary>Finds the pairs of one hromada's needs alone.</summary>
    public static CandidateSet OfHromada(Problem problem, Guid hromadaId, CancellationToken cancellationToken = default) =>
        Of(problem, need => need.HromadaId == hromadaId, cancellationToken);

    /// <summary>The problem that the pairs belong to.</summary>
    public Problem Problem { get; }

    /// <summary>All pairs, by need and then by supplier, in the order of their ids.</summary>
    public ReadOnlySpan<Candidate> All => _candidates;

    /// <summary>All pairs with all that speaks for them; slow where there are many.</summary>
    public IReadOnlyList<Pair> Pairs => [.. _candidates.Select(Detail)];

    /// <summary>The pairs of a need; none when nobody may serve it.</summary>
    public IEnumerable<Pair> OfNeed(Guid needId) => CandidatesOf(needId).Select(Detail);

    /// <summary>The pairs of a need, the best first.</summary>
    public IEnumerable<Candidate> BestOf(Guid needId) =>
        CandidatesOf(needId).OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Supplier);

    /// <summary>The pair of these two; null when they are not eligible for each other, or one of them is unknown.</summary>
    public Candidate? Find(Guid supplierId, Guid needId)
    {
        foreach (var candidate in CandidatesOf(needId))
            if (Problem.Suppliers[candidate.Supplier].Id == supplierId) return candidate;
        return null;
    }

    /// <summary>How many pairs a need has.</summary>
    public int CountOf(Guid needId) => CandidatesOf(needId).Count;

    /// <summary>The pairs of a supplier; none when there is no need that it may serve.</summary>
    public IEnumerable<Candidate> OfSupplier(Guid supplierId)
    {
        _bySupplier ??= _candidates.ToLookup(candidate => candidate.Supplier);
        for (var supplier = 0; supplier < Problem.Suppliers.Count; supplier++)
            if (Problem.Suppliers[supplier].Id == supplierId) return _bySupplier[supplier];
        return [];
    }

    /// <summary>What a pair is worth, in value points.</summary>
    /// <exception cref="OverflowException">It exceeds 64 bits.</exception>
    public long Value(Candidate candidate) => checked((candidate.Score + _levelling[candidate.Need]) * WeightOf(candidate.Need));

    /// <summary>A pair with all that speaks for it.</summary>
    public Pair Detail(Candidate candidate)
    {
        var fit = Fit.Between(Problem, Problem.Suppliers[candidate.Supplier], Problem.Needs[candidate.Need]);
        return new Pair(
            fit.Supplier,
            fit.Need,
            fit.Hromada,
            fit.Competence ?? throw new InvalidOperationException("An eligible pair has a competence."),
            fit.Modes,
            Scoring.Breakdown(fit),
            _levelling[candidate.Need],
            WeightOf(candidate.Need),
            Eligibility.Conditions(fit));
    }

    private ArraySegment<Candidate> CandidatesOf(Guid needId) =>
        _needs.TryGetValue(needId, out var need) ? new ArraySegment<Candidate>(_candidates, _start[need], _start[need + 1] - _start[need]) : [];

    private long WeightOf(int need) =>
        Problem.Scenario.NeedWeights.Of(Problem.Needs[need], Problem.HromadaById[Problem.Needs[need].HromadaId].Category);

    private static CandidateSet Of(Problem problem, Func<Need, bool> isAsked, CancellationToken cancellationToken)
    {
        var scorer = new PairScorer(problem);
        var chosen = new CandidateRows(problem);
        var candidates = new List<Candidate>();
        var (start, levelling) = (new int[problem.Needs.Count + 1], new int[problem.Needs.Count]);
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isAsked(problem.Needs[need]) && scorer.Score(problem.Needs[need]) is { } scored)
            {
                levelling[need] = scored.Levelling;
                chosen.AddTo(candidates, scored, need);
            }
            start[need + 1] = candidates.Count;
        }
        return new CandidateSet(problem, [.. candidates], start, levelling);
    }
}

/// <summary>A supplier that may serve a need.</summary>
/// <param name="Supplier">Position among the problem's suppliers.</param>
/// <param name="Need">Position among the problem's needs.</param>
/// <param name="Competence">Position of the competence that would be used among the supplier's.</param>
/// <param name="Score">0 to 1000: ranks the suppliers of one need, and no more than that.</param>
public readonly record struct Candidate(int Supplier, int Need, int Competence, int Score);
