namespace Kommunebro.Matching.Engine;

/// <summary>
/// Pairs outside the plan that would rather have each other. Under capacities a plan without any need not exist; they are counted, so that
/// nobody takes the plan for stable. A pair of supplier s and need n blocks when both hold:
/// the hromada would gain: nobody has a share of n, and s takes the fewest quarters that cover it; or s has a higher score than the one with
/// the lowest score among those who have a share of n, and takes over that share;
/// the supplier would gain: it can take the share on as it stands, or after giving up one of its own shares that is worth less, in value
/// points. Person-days, limits of areas, partnerships and partners are those of the plan, and overhead is counted.
/// </summary>
internal sealed class BlockingPairs
{
    private readonly CandidateSet _candidates;
    private readonly Problem _problem;
    private readonly PlanLedger _ledger;
    private readonly Dictionary<Guid, int> _daysLeft;
    private readonly Dictionary<Guid, int> _partnerships;

    public BlockingPairs(CandidateSet candidates, Plan plan)
    {
        (_candidates, _problem) = (candidates, candidates.Problem);
        _ledger = new PlanLedger(candidates, plan.Matches, plan.Optimal);
        _daysLeft = plan.Suppliers.ToDictionary(share => share.Supplier.Id, share => share.DaysLeft);
        _partnerships = plan.Suppliers.ToDictionary(share => share.Supplier.Id, share => share.Partnerships);
    }

    /// <summary>How many there are.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var candidate in _candidates.All)
            if (IsBlocking(candidate)) count++;
        return count;
    }

    private bool IsBlocking(Candidate candidate)
    {
        var (supplier, need) = (_problem.Suppliers[candidate.Supplier], _problem.Needs[candidate.Need]);
        var holders = _ledger.OfNeed(need.Id).ToList();
        if (_ledger.SuppliersOf(need.Id).Contains(supplier.Id)) return false;
        var worst = holders.MinBy(match => match.Pair.Score);
        if (worst is not null && worst.Pair.Score >= candidate.Score) return false;
        var quarters = worst?.Quarters ?? FewestCovering(need);
        if (quarters == 0) return false;
        var value = Share.Value(_candidates.Value(candidate), quarters);
        var own = _ledger.OfSupplier(supplier.Id).ToList();
        return Fits(candidate, quarters, own, worst, null)
            || own.Exists(match => match.Value < value && !match.IsPinned && Fits(candidate, quarters, own, worst, match));
    }

    /// <summary>Quarters that are missing until half of a need is met; the whole of one that is not shared. 0 when it is met, or too many share it.</summary>
    private int FewestCovering(Need need)
    {
        if (!_ledger.HasRoom(need)) return 0;
        return _problem.Scenario.Sharing.Allows(need) ? Math.Max(0, Share.Covering - _ledger.Quarters(need)) : Share.Whole;
    }

    /// <summary>Whether the supplier can take the share on, once <paramref name="given"/> is given up and <paramref name="replaced"/> gone.</summary>
    private bool Fits(Candidate candidate, int quarters, List<Match> own, Match? replaced, Match? given)
    {
        var (supplier, need) = (_problem.Suppliers[candidate.Supplier], _problem.Needs[candidate.Need]);
        var (overhead, area) = (_problem.Scenario.OverheadDays, supplier.Areas[candidate.Competence]);
        var days = Share.Days(need.Effort.Days, quarters);
        var isAlone = given is not null && !_ledger.StoodTogether(supplier.Id, given.Pair.Hromada.Id)
            && own.TrueForAll(match => match == given || match.Pair.Hromada.Id != given.Pair.Hromada.Id);
        var isNew = !_ledger.StoodTogether(supplier.Id, need.HromadaId)
            && own.TrueForAll(match => match == given || match.Pair.Hromada.Id != need.HromadaId);
        var left = _daysLeft[supplier.Id] + (given?.PersonDays ?? 0) + (isAlone ? overhead : 0);
        if (days + (isNew ? overhead : 0) > left) return false;
        if (isNew && _partnerships[supplier.Id] - (isAlone ? 1 : 0) >= supplier.MaxPartnerships) return false;
        if (isNew && !HasPlace(need.HromadaId, replaced)) return false;
        return area.MaxPersonDays is not { } most
            || days + own.Where(match => match != given && match.Pair.Competence.AreaCode == area.AreaCode).Sum(match => match.PersonDays) <= most;
    }

    /// <summary>Whether the hromada can have one partner more, once the one that is replaced has left, if nothing else keeps it.</summary>
    private bool HasPlace(Guid hromadaId, Match? replaced)
    {
        var leaves = replaced is not null && !_ledger.StoodTogether(replaced.Pair.Supplier.Id, hromadaId)
            && _ledger.OfHromada(hromadaId).All(match => match == replaced || match.Pair.Supplier.Id != replaced.Pair.Supplier.Id);
        return _ledger.Partners(hromadaId) - (leaves ? 1 : 0) < _problem.Scenario.MaxPartnersPerHromada;
    }
}
