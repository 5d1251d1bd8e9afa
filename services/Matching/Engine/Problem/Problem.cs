namespace Kommunebro.Matching.Engine;

/// <summary>
/// Everything that a run looks at, and nothing else: no clock, no database. Suppliers, hromadas and needs are put in the
/// order of their ids, so that the order in which they were read changes nothing.
/// </summary>
public sealed class Problem
{
    /// <summary>Checks the scenario and the data.</summary>
    /// <param name="today">The day for which is planned.</param>
    /// <param name="scenario">Weights, floor and limits.</param>
    /// <param name="areas">The code list of areas.</param>
    /// <param name="suppliers">Those with an available offer.</param>
    /// <param name="hromadas">Those with needs; others do no harm.</param>
    /// <param name="needs">The verified needs.</param>
    /// <param name="exclusions">Municipalities that are not proposed to each other, each two at most once; null for none.</param>
    /// <param name="decisions">What people decided already; null for nothing.</param>
    /// <exception cref="InvalidProblemException">The data or the scenario breaks a rule, which the exception names.</exception>
    public Problem(
        DateOnly today,
        Scenario scenario,
        IEnumerable<Area> areas,
        IEnumerable<Supplier> suppliers,
        IEnumerable<Hromada> hromadas,
        IEnumerable<Need> needs,
        IEnumerable<Exclusion>? exclusions = null,
        Decisions? decisions = null)
    {
        Today = today;
        Scenario = scenario;
        Areas = ProblemRules.Unique(areas, area => area.Code, "area_codes_unique");
        Suppliers = [.. suppliers.OrderBy(supplier => supplier.Id)];
        Hromadas = [.. hromadas.OrderBy(hromada => hromada.Id)];
        Needs = [.. needs.OrderBy(need => need.Id)];
        SupplierById = ProblemRules.Unique(Suppliers, supplier => supplier.Id, "supplier_ids_unique");
        HromadaById = ProblemRules.Unique(Hromadas, hromada => hromada.Id, "hromada_ids_unique");
        NeedById = ProblemRules.Unique(Needs, need => need.Id, "need_ids_unique");
        Exclusions = ProblemRules.Unique(exclusions ?? [], pair => (pair.SupplierId, pair.HromadaId), "exclusions_unique");
        Decisions = decisions ?? Decisions.None;
        ScenarioRules.Enforce(scenario);
        ProblemRules.Enforce(this);
    }

    /// <summary>The day for which is planned.</summary>
    public DateOnly Today { get; }

    /// <summary>Weights, floor and limits.</summary>
    public Scenario Scenario { get; }

    /// <summary>Areas by code.</summary>
    public IReadOnlyDictionary<string, Area> Areas { get; }

    /// <summary>Suppliers in the order of their ids.</summary>
    public IReadOnlyList<Supplier> Suppliers { get; }

    /// <summary>Hromadas in the order of their ids.</summary>
    public IReadOnlyList<Hromada> Hromadas { get; }

    /// <summary>Needs in the order of their ids.</summary>
    public IReadOnlyList<Need> Needs { get; }

    /// <summary>Municipalities that are not proposed to each other.</summary>
    public IReadOnlyDictionary<(Guid Supplier, Guid Hromada), Exclusion> Exclusions { get; }

    /// <summary>What people decided already.</summary>
    public Decisions Decisions { get; }

    /// <summary>The problem of one pair alone, of which all that the need takes is asked.</summary>
    /// <param name="supplier">Who would help.</param>
    /// <param name="need">What would be met.</param>
    /// <param name="exclusions">Who is not proposed to each other.</param>
    public Problem OfPair(Supplier supplier, Need need, IEnumerable<Exclusion> exclusions) => new(
        Today,
        Scenario with { Sharing = Scenario.Sharing with { MaxSuppliers = 1 } },
        Areas.Values,
        [supplier],
        [HromadaById[need.HromadaId]],
        [need],
        exclusions);

    /// <summary>Suppliers by id.</summary>
    public IReadOnlyDictionary<Guid, Supplier> SupplierById { get; }

    /// <summary>Hromadas by id.</summary>
    public IReadOnlyDictionary<Guid, Hromada> HromadaById { get; }

    /// <summary>Needs by id.</summary>
    public IReadOnlyDictionary<Guid, Need> NeedById { get; }
}
