namespace Kommunebro.Matching.Engine;

/// <summary>What is left of every limit, once what is decided and what is pinned is taken off.</summary>
internal sealed class Remainder
{
    private readonly Problem _problem;
    private readonly Dictionary<Guid, int> _hromadas;
    private readonly Dictionary<Guid, int> _needs;
    private readonly int[] _days;
    private readonly int[] _partnerships;
    private readonly int[] _partners;
    private readonly int[] _quarters;
    private readonly int[] _suppliers;
    private readonly Dictionary<(int Supplier, string Area), int> _areaDays = [];
    private readonly HashSet<(int Supplier, int Hromada)> _together = [];
    private readonly HashSet<(int Supplier, int Need)> _taken = [];

    /// <summary>What stands is taken off; capacities of suppliers are those that are left already.</summary>
    public Remainder(Problem problem)
    {
        _problem = problem;
        _hromadas = Positions(problem.Hromadas, hromada => hromada.Id);
        _needs = Positions(problem.Needs, need => need.Id);
        var suppliers = Positions(problem.Suppliers, supplier => supplier.Id);
        _days = [.. _problem.Suppliers.Select(supplier => supplier.Capacity.Days)];
        _partnerships = [.. _problem.Suppliers.Select(supplier => supplier.MaxPartnerships)];
        _partners = [.. _problem.Hromadas.Select(_ => _problem.Scenario.MaxPartnersPerHromada)];
        _quarters = [.. _problem.Needs.Select(_ => Share.Whole)];
        _suppliers = [.. _problem.Needs.Select(need => _problem.Scenario.Sharing.Allows(need) ? _problem.Scenario.Sharing.MaxSuppliers : 1)];
        foreach (var (supplier, at) in _problem.Suppliers.Select((supplier, at) => (supplier, at)))
            foreach (var competence in supplier.Areas)
                if (competence.MaxPersonDays is { } most) _areaDays.Add((at, competence.AreaCode), most);
        var counted = new HashSet<(Guid, Guid)>();
        foreach (var share in _problem.Decisions.Standing) TakeOff(share, suppliers, counted);
    }

    /// <summary>Person-days of a supplier.</summary>
    public int Days(int supplier) => _days[supplier];

    /// <summary>Partnerships that a supplier can begin.</summary>
    public int Partnerships(int supplier) => _partnerships[supplier];

    /// <summary>Partners that a hromada can be given.</summary>
    public int Partners(int hromada) => _partners[hromada];

    /// <summary>Quarters of a need.</summary>
    public int Quarters(int need) => _quarters[need];

    /// <summary>Suppliers that can take a part in a need.</summary>
    public int Suppliers(int need) => _suppliers[need];

    /// <summary>Person-days of a supplier in an area; null where only its capacity limits it.</summary>
    public int? AreaDays(int supplier, string area) => _areaDays.TryGetValue((supplier, area), out var days) ? days : null;

    /// <summary>Whether the two work together, or are asked to.</summary>
    public bool AreTogether(int supplier, int hromada) => _together.Contains((supplier, hromada));

    /// <summary>Position of the hromada of a need.</summary>
    public int HromadaOf(int need) => _hromadas[_problem.Needs[need].HromadaId];

    /// <summary>Whether a candidate can be chosen still, with the fewest quarters that make a share.</summary>
    public bool IsOpen(Candidate candidate) =>
        _quarters[candidate.Need] > 0 && FirstBroken(candidate, LeastQuarters(candidate.Need)) is null;

    /// <summary>Takes a share off.</summary>
    /// <returns>The limit that it breaks; null when it keeps all.</returns>
    public string? Take(Candidate candidate, int quarters)
    {
        if (FirstBroken(candidate, quarters) is { } broken) return broken;
        var hromada = HromadaOf(candidate.Need);
        _taken.Add((candidate.Supplier, candidate.Need));
        _days[candidate.Supplier] -= DaysOf(candidate, quarters);
        if (_areaDays.ContainsKey((candidate.Supplier, AreaOf(candidate)))) _areaDays[(candidate.Supplier, AreaOf(candidate))] -= ShareDays(candidate, quarters);
        _quarters[candidate.Need] -= quarters;
        _suppliers[candidate.Need]--;
        if (!_together.Add((candidate.Supplier, hromada))) return null;
        _partnerships[candidate.Supplier]--;
        _partners[hromada]--;
        return null;
    }

    /// <summary>Person-days of a share, without a partnership's overhead.</summary>
    public int ShareDays(Candidate candidate, int quarters) => Share.Days(_problem.Needs[candidate.Need].Effort.Days, quarters);

    /// <summary>The area of the competence that a candidate uses.</summary>
    public string AreaOf(Candidate candidate) => _problem.Suppliers[candidate.Supplier].Areas[candidate.Competence].AreaCode;

    /// <summary>The fewest quarters of a need that make a share.</summary>
    public int LeastQuarters(int need) => _problem.Scenario.Sharing.Allows(_problem.Needs[need]) ? 1 : _quarters[need];

    private string? FirstBroken(Candidate candidate, int quarters)
    {
        var hromada = HromadaOf(candidate.Need);
        if (_taken.Contains((candidate.Supplier, candidate.Need)) || quarters > _quarters[candidate.Need] || _suppliers[candidate.Need] <= 0)
            return "need_taken";
        if (!AreTogether(candidate.Supplier, hromada) && _partnerships[candidate.Supplier] <= 0) return "partnerships";
        if (!AreTogether(candidate.Supplier, hromada) && _partners[hromada] <= 0) return "partners";
        if (DaysOf(candidate, quarters) > _days[candidate.Supplier]) return "capacity";
        return ShareDays(candidate, quarters) > (AreaDays(candidate.Supplier, AreaOf(candidate)) ?? int.MaxValue) ? "area_capacity" : null;
    }

    private int DaysOf(Candidate candidate, int quarters) =>
        ShareDays(candidate, quarters)
        + (AreTogether(candidate.Supplier, HromadaOf(candidate.Need)) ? 0 : _problem.Scenario.OverheadDays);

    private void TakeOff(StandingShare share, Dictionary<Guid, int> suppliers, HashSet<(Guid, Guid)> counted)
    {
        if (!share.IsOver && _hromadas.TryGetValue(share.HromadaId, out var hromada))
        {
            if (counted.Add((share.SupplierId, share.HromadaId))) _partners[hromada] = Math.Max(0, _partners[hromada] - 1);
            if (suppliers.TryGetValue(share.SupplierId, out var together)) _together.Add((together, hromada));
        }
        if (share.NeedId is not { } id || !_problem.NeedById.ContainsKey(id)) return;
        var need = _needs[id];
        _quarters[need] = Math.Max(0, _quarters[need] - share.Quarters);
        _suppliers[need]--;
        if (suppliers.TryGetValue(share.SupplierId, out var supplier)) _taken.Add((supplier, need));
    }

    private static Dictionary<Guid, int> Positions<T>(IReadOnlyList<T> things, Func<T, Guid> id)
    {
        var positions = new Dictionary<Guid, int>(things.Count);
        for (var at = 0; at < things.Count; at++) positions.Add(id(things[at]), at);
        return positions;
    }
}
