namespace Kommunebro.Matching.Engine;

/// <summary>What is taken and what is left once the matches stand.</summary>
/// <param name="candidates">The pairs that were looked at.</param>
/// <param name="matches">Those that were taken.</param>
/// <param name="isProven">Whether the plan is proven to be the best.</param>
internal sealed class PlanLedger(CandidateSet candidates, IReadOnlyList<Match> matches, bool isProven)
{
    private readonly ILookup<Guid, Match> _bySupplier = matches.ToLookup(match => match.Pair.Supplier.Id);
    private readonly ILookup<Guid, Match> _byHromada = matches.ToLookup(match => match.Pair.Hromada.Id);
    private readonly ILookup<Guid, Match> _byNeed = matches.ToLookup(match => match.Pair.Need.Id);
    private readonly ILookup<Guid, StandingShare> _standing =
        candidates.Problem.Decisions.Standing.Where(share => share.NeedId is not null).ToLookup(share => share.NeedId!.Value);
    private readonly HashSet<(Guid Supplier, Guid Hromada)> _together = [.. Partnerships(candidates.Problem)];
    private readonly ILookup<Guid, Guid> _partners = Partnerships(candidates.Problem).ToLookup(link => link.Hromada, link => link.Supplier);

    public CandidateSet Candidates => candidates;

    public Scenario Scenario => candidates.Problem.Scenario;

    public bool IsProven => isProven;

    /// <summary>Quarters of a need that are met, what is decided already included.</summary>
    public int Quarters(Need need) => _byNeed[need.Id].Sum(match => match.Quarters) + _standing[need.Id].Sum(share => share.Quarters);

    /// <summary>Whether half of a need is met.</summary>
    public bool IsCovered(Need need) => Quarters(need) >= Share.Covering;

    /// <summary>Whether one more supplier could take a part in a need, as far as the need is concerned.</summary>
    public bool HasRoom(Need need) =>
        Share.Whole - Quarters(need) >= (Scenario.Sharing.Allows(need) ? 1 : Share.Whole)
        && _byNeed[need.Id].Count() + _standing[need.Id].Count() < (Scenario.Sharing.Allows(need) ? Scenario.Sharing.MaxSuppliers : 1);

    /// <summary>Who has a part in a need: those of the plan, and those of what is decided already.</summary>
    public IEnumerable<Guid> SuppliersOf(Guid needId) =>
        _byNeed[needId].Select(match => match.Pair.Supplier.Id).Concat(_standing[needId].Select(share => share.SupplierId));

    /// <summary>Whether it has by what is decided already.</summary>
    public bool StoodIn(Guid supplierId, Guid needId) => _standing[needId].Any(share => share.SupplierId == supplierId);

    public IEnumerable<Match> OfNeed(Guid needId) => _byNeed[needId];

    public IEnumerable<Match> OfSupplier(Guid supplierId) => _bySupplier[supplierId];

    public IEnumerable<Match> OfHromada(Guid hromadaId) => _byHromada[hromadaId];

    public IEnumerable<Match> InArea(Pair pair) =>
        OfSupplier(pair.Supplier.Id).Where(match => match.Pair.Competence.AreaCode == pair.Competence.AreaCode);

    /// <summary>New partnerships of a supplier.</summary>
    public int Partnerships(Guid supplierId) =>
        OfSupplier(supplierId).Select(match => match.Pair.Hromada.Id).Distinct().Count(hromada => !_together.Contains((supplierId, hromada)));

    /// <summary>Partners of a hromada, new ones and others.</summary>
    public int Partners(Guid hromadaId) => OfHromada(hromadaId).Select(match => match.Pair.Supplier.Id)
        .Concat(_partners[hromadaId]).Distinct().Count();

    /// <summary>Whether the two work together by what is decided already.</summary>
    public bool StoodTogether(Guid supplierId, Guid hromadaId) => _together.Contains((supplierId, hromadaId));

    public bool AreTogether(Pair pair) =>
        _together.Contains((pair.Supplier.Id, pair.Hromada.Id)) || OfSupplier(pair.Supplier.Id).Any(match => match.Pair.Hromada.Id == pair.Hromada.Id);

    public int DaysLeft(Supplier supplier) =>
        supplier.Capacity.Days
        - OfSupplier(supplier.Id).Sum(match => match.PersonDays)
        - Partnerships(supplier.Id) * Scenario.OverheadDays;

    public int AreaDaysLeft(Pair pair) =>
        (pair.Competence.MaxPersonDays ?? int.MaxValue) - InArea(pair).Sum(match => match.PersonDays);

    private static IEnumerable<(Guid Supplier, Guid Hromada)> Partnerships(Problem problem) =>
        problem.Decisions.Standing.Where(share => !share.IsOver).Select(share => (share.SupplierId, share.HromadaId));
}
