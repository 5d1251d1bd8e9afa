namespace Kommunebro.Matching.Engine;

/// <summary>
/// The smallest program that says which hromadas can be covered at once. Whatever is beyond half of one need of a hromada takes days and
/// covers nobody, so a hromada has one need here, met by what covers it and no more; then a supplier has at most one share of a hromada,
/// and a new partnership is that share. No plan covers more than this program can.
/// </summary>
internal sealed class CoverProgram : ICoverageProgram
{
    private readonly Model _model;
    private readonly List<(Share Share, int Variable)> _shares = [];
    private readonly int[] _needs;
    private readonly ILookup<int, int> _needsOf;

    /// <param name="plan">A known plan; what it covers is the known choice.</param>
    public CoverProgram(Assignment plan)
    {
        _model = plan.Model;
        _needs = new int[_model.Needs];
        _needsOf = Enumerable.Range(0, _model.Needs).ToLookup(need => _model.NeedHromada[need]);
        var known = CoveringShares.Of(plan);
        var knownNeeds = known.Select(share => _model.PairNeed[share.Pair]).ToHashSet();
        for (var need = 0; need < _needs.Length; need++) _needs[need] = AddNeed(need, known, knownNeeds.Contains(need));
        foreach (var ofHromada in _needsOf) AtMost(1, [.. ofHromada.Where(need => _needs[need] >= 0).Select(need => _needs[need])]);
        AddSuppliers();
        AddPartners();
    }

    /// <inheritdoc/>
    public BinaryProgram Program { get; } = new();

    /// <inheritdoc/>
    public (IReadOnlyList<int> Variables, int Always) Covered(bool[] members, bool criticalOnly)
    {
        var (variables, always) = (new List<int>(), 0);
        for (var hromada = 0; hromada < _model.Hromadas; hromada++)
        {
            if (!members[hromada]) continue;
            int[] needs = [.. _needsOf[hromada].Where(need => !criticalOnly || _model.Fairness.Critical[need])];
            int[] possible = [.. needs.Where(need => _needs[need] >= 0).Select(need => _needs[need])];
            if (needs.Any(need => Missing(need) <= 0)) always++;
            else if (possible.Length > 0) variables.Add(AddCovered(possible));
        }
        return (variables, always);
    }

    /// <summary>The shares of a choice.</summary>
    public IEnumerable<Share> Chosen(IReadOnlyList<bool> chosen) => _shares.Where(share => chosen[share.Variable]).Select(share => share.Share);

    private int Missing(int need) => Share.Covering - _model.Fairness.StandingQuarters[need];

    /// <summary>Adds the ways to cover a need.</summary>
    /// <returns>The variable that says that it is covered; -1 where it is already, or cannot be.</returns>
    private int AddNeed(int need, IReadOnlySet<Share> known, bool isKnown)
    {
        var missing = Missing(need);
        if (missing <= 0 || _model.NeedQuarters[need] < missing || _model.NeedSuppliers[need] == 0) return -1;
        var covered = Program.AddVariable(0, isKnown);
        var terms = new List<(int Variable, long Quarters)>();
        for (var index = _model.NeedStart[need]; index < _model.NeedStart[need + 1]; index++)
        {
            var pair = _model.NeedPairs[index];
            var least = _model.LeastQuarters(pair);
            if (least < missing && _model.NeedSuppliers[need] > 1) AddShare(new Share(pair, least));
            AddShare(new Share(pair, Math.Max(least, missing)));
        }
        Program.AddRow([(covered, missing), .. terms.Select(term => (term.Variable, -term.Quarters))], 0, 0);
        return covered;

        void AddShare(Share share)
        {
            var variable = Program.AddVariable(0, known.Contains(share));
            _shares.Add((share, variable));
            terms.Add((variable, Math.Min(share.Quarters, missing)));
            // Implied, but not where variables may be between 0 and 1: a quarter alone covers nothing.
            if (share.Quarters < missing) Program.AddRow([(variable, 1), (covered, -1)], -1, 0);
        }
    }

    private int AddCovered(int[] needs)
    {
        if (needs.Length == 1) return needs[0];
        var variable = Program.AddVariable(0, needs.Any(need => Program.Hints[need]));
        Program.AddRow([(variable, 1), .. needs.Select(need => (need, -1L))], 0, 0);
        return variable;
    }

    private void AddSuppliers()
    {
        foreach (var ofSupplier in _shares.GroupBy(share => _model.SupplierOf(share.Share.Pair)))
        {
            Program.AddRow(
                ofSupplier.Select(share => (share.Variable, (long)_model.Days(share.Share) + _model.LinkDays(_model.PairLink[share.Share.Pair]))),
                0,
                _model.Capacity[ofSupplier.Key]);
            AtMost(_model.MaxPartnerships[ofSupplier.Key], [.. ofSupplier.Where(IsNew).Select(share => share.Variable)]);
            foreach (var ofLimit in ofSupplier.Where(share => _model.PairLimit[share.Share.Pair] >= 0).GroupBy(share => _model.PairLimit[share.Share.Pair]))
                Program.AddRow(ofLimit.Select(share => (share.Variable, (long)_model.Days(share.Share))), 0, _model.LimitDays[ofLimit.Key]);
        }
    }

    private void AddPartners()
    {
        foreach (var ofHromada in _shares.Where(IsNew).GroupBy(share => _model.HromadaOf(share.Share.Pair)))
            AtMost(_model.MaxPartners[ofHromada.Key], [.. ofHromada.Select(share => share.Variable)]);
        // One need of a hromada, and one share of it: two ways of the same two exclude each other.
        foreach (var ofLink in _shares.GroupBy(share => _model.PairLink[share.Share.Pair]))
            AtMost(1, [.. ofLink.Select(share => share.Variable)]);
    }

    private bool IsNew((Share Share, int Variable) share) => !_model.LinkExists[_model.PairLink[share.Share.Pair]];

    private void AtMost(int most, int[] variables)
    {
        if (variables.Length > most) Program.AddRow(variables.Select(variable => (variable, 1L)), 0, most);
    }
}
