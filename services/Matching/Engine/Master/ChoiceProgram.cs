namespace Kommunebro.Matching.Engine;

/// <summary>The choice of some suppliers, pair by pair, while the others keep what they have: small enough for an outside solver to make it exactly.</summary>
internal sealed class ChoiceProgram : ICoverageProgram
{
    private readonly Model _model;
    private readonly List<Share> _shares = [];
    private readonly List<int> _variables = [];
    private readonly Dictionary<int, int> _links = [];

    /// <param name="plan">The plan; what <paramref name="suppliers"/> have in it is the known choice.</param>
    /// <param name="suppliers">Who chooses.</param>
    /// <param name="isOffered">Which pairs they may choose from beside those that they have.</param>
    public ChoiceProgram(Assignment plan, IEnumerable<int> suppliers, Func<int, bool> isOffered)
    {
        _model = plan.Model;
        int[] choosing = [.. suppliers];
        var known = choosing.SelectMany(supplier => plan.Of(supplier)).ToHashSet();
        var knownPairs = known.Select(share => share.Pair).ToHashSet();
        var met = new int[_model.Needs];
        foreach (var share in known) met[_model.PairNeed[share.Pair]] += share.Quarters;
        Coverage = new CoverageRows(
            _model, Program, need => plan.Coverage.Quarters(need) - met[need], plan.Coverage.Quarters);
        foreach (var supplier in choosing)
            AddSupplier(supplier, known, pair => knownPairs.Contains(pair) || isOffered(pair));
        AddNeeds(plan, known);
        AddPartners(plan);
        Coverage.RequireHalves();
    }

    /// <summary>What can be chosen.</summary>
    public Model Model => _model;

    /// <inheritdoc/>
    public BinaryProgram Program { get; } = new();

    /// <summary>For floors.</summary>
    public CoverageRows Coverage { get; }

    /// <inheritdoc/>
    public (IReadOnlyList<int> Variables, int Always) Covered(bool[] members, bool criticalOnly) => Coverage.Count(members, criticalOnly);

    /// <summary>The shares that can be chosen, with their variables.</summary>
    public IEnumerable<(Share Share, int Variable)> ShareVariables => _shares.Zip(_variables);

    /// <summary>The shares of a choice.</summary>
    public IEnumerable<Share> Chosen(IReadOnlyList<bool> chosen) => _shares.Where((_, index) => chosen[_variables[index]]);

    private void AddSupplier(int supplier, HashSet<Share> known, Func<int, bool> isOffered)
    {
        var (days, partnerships) = (new List<(int, long)>(), new List<(int, long)>());
        var limits = new Dictionary<int, List<(int, long)>>();
        for (var link = _model.SupplierLinks[supplier]; link < _model.SupplierLinks[supplier + 1]; link++)
        {
            int[] pairs = [.. Enumerable.Range(_model.LinkPairs[link], _model.LinkPairs[link + 1] - _model.LinkPairs[link]).Where(isOffered)];
            if (pairs.Length == 0) continue;
            var partnership = _model.LinkExists[link] ? -1 : AddPartnership(link, pairs, known, days, partnerships);
            foreach (var pair in pairs) AddPair(pair, partnership, known, days, limits);
        }
        Program.AddRow(days, 0, _model.Capacity[supplier]);
        if (_model.MaxPartnerships[supplier] < partnerships.Count) Program.AddRow(partnerships, 0, _model.MaxPartnerships[supplier]);
        foreach (var (limit, terms) in limits) Program.AddRow(terms, 0, _model.LimitDays[limit]);
    }

    private int AddPartnership(int link, int[] pairs, HashSet<Share> known, List<(int, long)> days, List<(int, long)> partnerships)
    {
        var isKnown = known.Any(share => pairs.Contains(share.Pair));
        var variable = _links[link] = Program.AddVariable(-_model.OverheadValue, isKnown);
        if (_model.OverheadDays > 0) days.Add((variable, _model.OverheadDays));
        partnerships.Add((variable, 1));
        return variable;
    }

    private void AddPair(
        int pair, int partnership, HashSet<Share> known, List<(int, long)> days, Dictionary<int, List<(int, long)>> limits)
    {
        var options = new List<(int, long)>();
        for (var quarters = _model.LeastQuarters(pair); quarters <= _model.NeedQuarters[_model.PairNeed[pair]]; quarters++)
        {
            var share = new Share(pair, quarters);
            var variable = Program.AddVariable(_model.Value(share), known.Contains(share));
            _shares.Add(share);
            _variables.Add(variable);
            options.Add((variable, 1));
            days.Add((variable, _model.Days(share)));
            Coverage.Meets(variable, _model.PairNeed[pair], quarters);
            if (_model.PairLimit[pair] is not (>= 0 and var limit)) continue;
            if (!limits.TryGetValue(limit, out var terms)) limits.Add(limit, terms = []);
            terms.Add((variable, _model.Days(share)));
        }
        if (partnership >= 0) Program.AddRow([.. options, (partnership, -1)], -1, 0);
        else if (options.Count > 1) Program.AddRow(options, 0, 1);
    }

    private void AddNeeds(Assignment plan, HashSet<Share> known)
    {
        foreach (var ofNeed in Enumerable.Range(0, _shares.Count).GroupBy(index => _model.PairNeed[_shares[index].Pair]))
        {
            int[] indexes = [.. ofNeed];
            var own = plan.Holders(ofNeed.Key).ToArray().Where(known.Contains).ToArray();
            var quarters = plan.FreeQuarters(ofNeed.Key) + own.Sum(share => share.Quarters);
            var suppliers = _model.NeedSuppliers[ofNeed.Key] - plan.Holders(ofNeed.Key).Length + own.Length;
            // Shares of whole needs exclude each other, which solvers know best in this form.
            var areWhole = indexes.All(index => 2 * _shares[index].Quarters > quarters);
            Program.AddRow(
                indexes.Where(index => _shares[index].Quarters <= quarters)
                    .Select(index => (_variables[index], areWhole ? 1L : _shares[index].Quarters)),
                0,
                areWhole ? 1 : quarters);
            foreach (var index in indexes.Where(index => _shares[index].Quarters > quarters)) Program.AddRow([(_variables[index], 1)], 0, 0);
            if (!areWhole && suppliers < quarters) Program.AddRow(indexes.Select(index => (_variables[index], 1L)), 0, suppliers);
        }
    }

    private void AddPartners(Assignment plan)
    {
        foreach (var ofHromada in _links.GroupBy(link => _model.LinkHromada[link.Key]))
        {
            var own = ofHromada.Count(link => plan.IsOpen(link.Key));
            var left = _model.MaxPartners[ofHromada.Key] - plan.Partners(ofHromada.Key) + own;
            if (left < ofHromada.Count()) Program.AddRow(ofHromada.Select(link => (link.Value, 1L)), 0, left);
        }
    }
}
