namespace Kommunebro.Matching.Engine;

/// <summary>All eligible pairs of a problem with their scores; what speaks for one is worked out when it is asked for.</summary>
public sealed class CandidateSet
{
    private readonly ReadOnlyMemory<FoundPair>[] _found;
    private readonly int[] _levelling;
    private readonly Dictionary<Guid, int> _needs = [];
    private ILookup<Guid, Candidate>? _bySupplier;

    private CandidateSet(Problem problem, ReadOnlyMemory<FoundPair>[] found, int[] levelling)
    {
        (Problem, _found, _levelling) = (problem, found, levelling);
        for (var need = 0; need < problem.Needs.Count; need++) _needs.Add(problem.Needs[need].Id, need);
        Count = found.Sum(pairs => pairs.Length);
    }

    /// <summary>Finds the pairs of every need.</summary>
    /// <exception cref="OverflowException">The scenario's weights make a value exceed 64 bits.</exception>
    public static CandidateSet Of(Problem problem, CancellationToken cancellationToken = default) => Of(problem, _ => true, cancellationToken);

    /// <summary>Finds the pairs of one hromada's needs alone.</summary>
    public static CandidateSet OfHromada(Problem problem, Guid hromadaId, CancellationToken cancellationToken = default) =>
        Of(problem, need => need.HromadaId == hromadaId, cancellationToken);

    /// <summary>The problem that the pairs belong to.</summary>
    public Problem Problem { get; }

    /// <summary>How many pairs there are.</summary>
    public int Count { get; }

    /// <summary>All pairs, by need and then by supplier, in the order of their ids.</summary>
    public IEnumerable<Candidate> All => Enumerable.Range(0, _found.Length).SelectMany(CandidatesOf);

    /// <summary>All pairs with all that speaks for them; slow where there are many.</summary>
    public IReadOnlyList<Pair> Pairs => [.. All.Select(Detail)];

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
    public int CountOf(Guid needId) => _needs.TryGetValue(needId, out var need) ? _found[need].Length : 0;

    /// <summary>The pairs of a supplier; none when there is no need that it may serve.</summary>
    public IEnumerable<Candidate> OfSupplier(Guid supplierId)
    {
        _bySupplier ??= All.ToLookup(candidate => Problem.Suppliers[candidate.Supplier].Id);
        return _bySupplier[supplierId];
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

    private IEnumerable<Candidate> CandidatesOf(Guid needId) => _needs.TryGetValue(needId, out var need) ? CandidatesOf(need) : [];

    private IEnumerable<Candidate> CandidatesOf(int need)
    {
        for (var at = 0; at < _found[need].Length; at++)
        {
            var pair = _found[need].Span[at];
            yield return new Candidate(pair.Supplier, need, pair.Competence, pair.Score);
        }
    }

    private long WeightOf(int need) =>
        Problem.Scenario.NeedWeights.Of(Problem.Needs[need], Problem.HromadaById[Problem.Needs[need].HromadaId].Category);

    private static CandidateSet Of(Problem problem, Func<Need, bool> isAsked, CancellationToken cancellationToken)
    {
        var (found, levelling) = (new ReadOnlyMemory<FoundPair>[problem.Needs.Count], new int[problem.Needs.Count]);
        int[][] areas = [.. Enumerable.Range(0, problem.Needs.Count).Where(need => isAsked(problem.Needs[need]))
            .GroupBy(need => problem.Needs[need].AreaCode).Select(needs => needs.ToArray()).OrderByDescending(needs => needs.Length)];
        // A thread takes an area at a time, so that no table of offers is made twice.
        new Crew<CandidateRows>(() => new CandidateRows(problem), Math.Clamp(areas.Length, 1, Environment.ProcessorCount)).Each(areas.Length, (rows, area) =>
        {
            foreach (var need in areas[area])
            {
                if (cancellationToken.IsCancellationRequested) return;
                (found[need], levelling[need]) = rows.Of(need);
            }
        });
        cancellationToken.ThrowIfCancellationRequested();
        return new CandidateSet(problem, found, levelling);
    }
}

/// <summary>A supplier that may serve a need.</summary>
/// <param name="Supplier">Position among the problem's suppliers.</param>
/// <param name="Need">Position among the problem's needs.</param>
/// <param name="Competence">Position of the competence that would be used among the supplier's.</param>
/// <param name="Score">0 to 1000: ranks the suppliers of one need, and no more than that.</param>
public readonly record struct Candidate(int Supplier, int Need, int Competence, int Score);
