namespace Kommunebro.Matching.Engine;

/// <summary>What is taken and what is left once the matches stand.</summary>
internal sealed class PlanLedger(CandidateSet candidates, IReadOnlyList<Match> matches)
{
    private readonly ILookup<Guid, Match> _bySupplier = matches.ToLookup(match => match.Pair.Supplier.Id);
    private readonly ILookup<Guid, Match> _byHromada = matches.ToLookup(match => match.Pair.Hromada.Id);
    private readonly HashSet<Guid> _matched = [.. matches.Select(match => match.Pair.Need.Id)];

    public CandidateSet Candidates => candidates;

    public Scenario Scenario => candidates.Problem.Scenario;

    public bool IsMatched(Guid needId) => _matched.Contains(needId);

    public IEnumerable<Match> OfSupplier(Guid supplierId) => _bySupplier[supplierId];

    public IEnumerable<Match> OfHromada(Guid hromadaId) => _byHromada[hromadaId];

    public IEnumerable<Match> InArea(Pair pair) =>
        OfSupplier(pair.Supplier.Id).Where(match => match.Pair.Competence.AreaCode == pair.Competence.AreaCode);

    public int Partnerships(Guid supplierId) => OfSupplier(supplierId).Select(match => match.Pair.Hromada.Id).Distinct().Count();

    public int Partners(Guid hromadaId) => OfHromada(hromadaId).Select(match => match.Pair.Supplier.Id).Distinct().Count();

    public bool AreTogether(Pair pair) => OfSupplier(pair.Supplier.Id).Any(match => match.Pair.Hromada.Id == pair.Hromada.Id);

    public int DaysLeft(Supplier supplier) =>
        supplier.Capacity.Days
        - OfSupplier(supplier.Id).Sum(match => match.PersonDays)
        - Partnerships(supplier.Id) * Scenario.OverheadDays;

    public int AreaDaysLeft(Pair pair) =>
        (pair.Competence.MaxPersonDays ?? int.MaxValue) - InArea(pair).Sum(match => match.PersonDays);
}
