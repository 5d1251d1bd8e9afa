using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>
/// The whole instance as one integer program, as one would write it down first: a variable for each pair and each partnership, a row for
/// each limit, and one for each pair that needs its partnership. Needs go as a whole, as in the instances that are measured.
/// </summary>
internal sealed class CompactProgram
{
    private readonly Model _model;
    private readonly int[] _linkVariable;

    public CompactProgram(Model model)
    {
        _model = model;
        _linkVariable = new int[model.LinkSupplier.Length];
        foreach (var value in model.PairValue) Program.AddVariable(value, hint: false);
        var matters = PartnershipsMatter();
        for (var link = 0; link < _linkVariable.Length; link++)
            _linkVariable[link] = matters && !model.LinkExists[link] ? Program.AddVariable(-model.OverheadValue, hint: false) : -1;
        for (var supplier = 0; supplier < model.Suppliers; supplier++) AddSupplier(supplier);
        for (var need = 0; need < model.Needs; need++)
            AddMost(model.NeedPairs[model.NeedStart[need]..model.NeedStart[need + 1]].Select(pair => (pair, 1L)), 1);
        AddPartners();
        for (var pair = 0; pair < model.Pairs; pair++)
            if (_linkVariable[model.PairLink[pair]] is >= 0 and var link) AddMost([(pair, 1), (link, -1)], 0);
    }

    /// <summary>The program.</summary>
    public BinaryProgram Program { get; } = new();

    /// <summary>The plan that a choice of variables stands for.</summary>
    public IReadOnlyList<Share> Shares(Func<int, bool> isChosen) =>
        [.. Enumerable.Range(0, _model.Pairs).Where(isChosen).Select(pair => new Share(pair, Share.Whole))];

    private bool PartnershipsMatter() =>
        _model.OverheadDays > 0 || _model.OverheadValue > 0
        || _model.MaxPartnerships.Any(most => most < _model.Hromadas) || _model.MaxPartners.Any(most => most < _model.Suppliers);

    private void AddSupplier(int supplier)
    {
        int[] links = [.. Enumerable.Range(_model.SupplierLinks[supplier], _model.SupplierLinks[supplier + 1] - _model.SupplierLinks[supplier])];
        int[] pairs = [.. links.SelectMany(link => Enumerable.Range(_model.LinkPairs[link], _model.LinkPairs[link + 1] - _model.LinkPairs[link]))];
        int[] variables = [.. links.Select(link => _linkVariable[link]).Where(variable => variable >= 0)];
        var days = pairs.Select(pair => (pair, (long)_model.PairDays[pair]));
        AddMost(
            _model.OverheadDays > 0 ? days.Concat(variables.Select(variable => (variable, (long)_model.OverheadDays))) : days,
            _model.Capacity[supplier]);
        foreach (var limited in pairs.Where(pair => _model.PairLimit[pair] >= 0).GroupBy(pair => _model.PairLimit[pair]))
            AddMost(limited.Select(pair => (pair, (long)_model.PairDays[pair])), _model.LimitDays[limited.Key]);
        if (variables.Length > _model.MaxPartnerships[supplier])
            AddMost(variables.Select(variable => (variable, 1L)), _model.MaxPartnerships[supplier]);
    }

    private void AddPartners()
    {
        foreach (var own in Enumerable.Range(0, _linkVariable.Length).Where(link => _linkVariable[link] >= 0).GroupBy(link => _model.LinkHromada[link]))
            if (own.Count() > _model.MaxPartners[own.Key]) AddMost(own.Select(link => (_linkVariable[link], 1L)), _model.MaxPartners[own.Key]);
    }

    private void AddMost(IEnumerable<(int Variable, long Coefficient)> terms, long most) => Program.AddRow(terms, -long.MaxValue / 4, most);
}
