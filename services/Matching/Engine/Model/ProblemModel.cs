using System.Buffers.Binary;

namespace Kommunebro.Matching.Engine;

/// <summary>The model of a problem's candidates, once everything that is decided is taken off.</summary>
internal sealed class ProblemModel
{
    // Value is counted in 1/1024 of a point, beside points of fairness that outweigh a supplier's: this much leaves room for both in 64 bits.
    private const long MostOfSupplier = 1L << 33;
    private const long MostOfAll = 1L << 53;

    private readonly Candidate[] _open;
    private readonly Remainder _left;
    private readonly Dictionary<(Guid Supplier, Guid Need), int> _inForce;
    private readonly Dictionary<(int Supplier, int Need), int> _pairs = [];

    /// <exception cref="InvalidProblemException">values_exact: values are too large to be added up exactly; pins_conflict.</exception>
    public ProblemModel(CandidateSet candidates)
    {
        Candidates = candidates;
        _left = new Remainder(candidates.Problem);
        _inForce = candidates.Problem.Decisions.InForce.ToDictionary(share => (share.SupplierId, share.NeedId), share => share.Quarters);
        Pinned = PinCheck.Take(candidates, _left);
        var open = new List<Candidate>();
        foreach (var candidate in candidates.All)
            if (_left.IsOpen(candidate)) open.Add(candidate);
        _open = [.. open.OrderBy(candidate => candidate.Supplier)
            .ThenBy(candidate => _left.HromadaOf(candidate.Need)).ThenBy(candidate => candidate.Need)];
        for (var pair = 0; pair < _open.Length; pair++) _pairs.Add((_open[pair].Supplier, _open[pair].Need), pair);
        EnforceExactness();
        Model = Build();
    }

    /// <summary>The pairs that it was made of.</summary>
    public CandidateSet Candidates { get; }

    /// <summary>The shares that the plan has in any case.</summary>
    public IReadOnlyList<(Candidate Candidate, int Quarters)> Pinned { get; }

    /// <summary>What can be chosen.</summary>
    public Model Model { get; }

    /// <summary>The candidate that a pair of the model stands for.</summary>
    public Candidate CandidateOf(int pair) => _open[pair];

    /// <summary>The pair of the model that stands for a candidate; null where it cannot be chosen.</summary>
    public int? PairOf(Candidate candidate) => _pairs.TryGetValue((candidate.Supplier, candidate.Need), out var pair) ? pair : null;

    private Problem Problem => Candidates.Problem;

    private void EnforceExactness()
    {
        var (all, ofSupplier) = (0m, new decimal[Problem.Suppliers.Count]);
        foreach (var candidate in _open)
        {
            var value = (decimal)Candidates.Value(candidate) + Problem.Scenario.OverheadValue + Problem.Scenario.ChangeValue;
            all += value;
            ofSupplier[candidate.Supplier] += value;
        }
        InvalidProblemException.Unless(all <= MostOfAll, "values_exact", $"all values together are {all}, more than 2^53.");
        var most = ofSupplier.DefaultIfEmpty().Max();
        InvalidProblemException.Unless(most <= MostOfSupplier, "values_exact", $"all values of one supplier are {most}, more than 2^33.");
    }

    private Model Build()
    {
        var builder = new ModelBuilder(Problem.Scenario.OverheadDays, Problem.Scenario.OverheadValue)
        {
            OutsidePermille = Problem.Scenario.Fairness.OutsidePermille,
            Tolerances = Problem.Scenario.Fairness.Tolerances,
            BaseValue = BaseValue(),
        };
        var limits = AddSuppliers(builder);
        AddHromadas(builder);
        AddNeeds(builder);
        foreach (var candidate in _open)
        {
            var hromada = _left.HromadaOf(candidate.Need);
            if (_left.AreTogether(candidate.Supplier, hromada)) builder.AddExisting(candidate.Supplier, hromada);
            builder.AddPair(new ModelPair(
                candidate.Supplier,
                candidate.Need,
                limits.GetValueOrDefault((candidate.Supplier, _left.AreaOf(candidate)), -1),
                Problem.Needs[candidate.Need].Effort.Days,
                Candidates.Value(candidate),
                TieOf(candidate),
                IsInForce(candidate) ? Problem.Scenario.ChangeValue : 0,
                QuartersInForce(candidate)));
        }
        return builder.Build();
    }

    /// <summary>What every plan is worth: its pins, less what it would cost to drop the whole plan in force.</summary>
    private long BaseValue()
    {
        var value = -checked(Problem.Scenario.ChangeValue * Problem.Decisions.InForce.Count);
        foreach (var (candidate, quarters) in Pinned)
            value = checked(value + Share.Value(Candidates.Value(candidate), quarters) + (IsInForce(candidate) ? Problem.Scenario.ChangeValue : 0));
        var standing = new Remainder(Problem);
        var opened = Pinned.Select(pin => (pin.Candidate.Supplier, Hromada: _left.HromadaOf(pin.Candidate.Need))).Distinct();
        return checked(value - opened.Count(link => !standing.AreTogether(link.Supplier, link.Hromada)) * Problem.Scenario.OverheadValue);
    }

    private bool IsInForce(Candidate candidate) => QuartersInForce(candidate) > 0;

    private int QuartersInForce(Candidate candidate) =>
        _inForce.GetValueOrDefault((Problem.Suppliers[candidate.Supplier].Id, Problem.Needs[candidate.Need].Id));

    private Dictionary<(int Supplier, string Area), int> AddSuppliers(ModelBuilder builder)
    {
        var limits = new Dictionary<(int Supplier, string Area), int>();
        for (var supplier = 0; supplier < Problem.Suppliers.Count; supplier++)
        {
            builder.AddSupplier(_left.Days(supplier), _left.Partnerships(supplier));
            // By code, since the order in which areas were given changes nothing.
            foreach (var area in Problem.Suppliers[supplier].Areas.Select(area => area.AreaCode).Order(StringComparer.Ordinal))
                if (_left.AreaDays(supplier, area) is { } days) limits.Add((supplier, area), builder.AddLimit(days));
        }
        return limits;
    }

    private void AddHromadas(ModelBuilder builder)
    {
        var groups = Problem.Hromadas.Select(GroupOf).Distinct().Order().Select((group, at) => (group, at)).ToDictionary(item => item.group, item => item.at);
        for (var hromada = 0; hromada < Problem.Hromadas.Count; hromada++)
        {
            var known = Problem.Hromadas[hromada];
            builder.AddHromada(new ModelHromada(_left.Partners(hromada), groups[GroupOf(known)], IsInWarZone(known), !known.HasPartner));
        }
    }

    /// <summary>The needs; after them those that are met already and no longer looked at, since they cover their hromadas.</summary>
    private void AddNeeds(ModelBuilder builder)
    {
        for (var need = 0; need < Problem.Needs.Count; need++)
        {
            var known = Problem.Needs[need];
            builder.AddNeed(new ModelNeed(
                _left.HromadaOf(need),
                _left.Suppliers(need) > 0 ? _left.Quarters(need) : 0,
                Share.Whole - _left.Quarters(need),
                Math.Max(0, _left.Suppliers(need)),
                Problem.Scenario.Sharing.Allows(known),
                known.IsCritical));
        }
        var hromadas = Enumerable.Range(0, Problem.Hromadas.Count).ToDictionary(at => Problem.Hromadas[at].Id);
        var elsewhere = Problem.Decisions.Standing.Where(share => share.NeedId is { } id && !Problem.NeedById.ContainsKey(id));
        foreach (var shares in elsewhere.GroupBy(share => share.NeedId).OrderBy(shares => shares.Key))
            if (hromadas.TryGetValue(shares.First().HromadaId, out var hromada))
                builder.AddNeed(new ModelNeed(hromada, 0, Math.Min(Share.Whole, shares.Sum(share => share.Quarters)), 0, false, shares.First().IsCritical));
    }

    private static (string Oblast, bool InWarZone) GroupOf(Hromada hromada) => (hromada.Oblast, IsInWarZone(hromada));

    private static bool IsInWarZone(Hromada hromada) => hromada.Category is Contracts.ProgrammeCategory.WarZone;

    /// <summary>A number that only the two ids give, the same on every machine.</summary>
    private int TieOf(Candidate candidate)
    {
        Span<byte> ids = stackalloc byte[32];
        Problem.Suppliers[candidate.Supplier].Id.TryWriteBytes(ids, bigEndian: true, out _);
        Problem.Needs[candidate.Need].Id.TryWriteBytes(ids[16..], bigEndian: true, out _);
        var mixed = 0UL;
        for (var at = 0; at < ids.Length; at += sizeof(ulong))
            mixed = new SearchRandom(mixed ^ BinaryPrimitives.ReadUInt64BigEndian(ids[at..])).Next();
        return 1 + (int)(mixed >> 54);
    }
}
