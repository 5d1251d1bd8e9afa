using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>Tries every plan of a small model, and keeps the one that is best in the goals' order.</summary>
internal sealed class BruteForce(MasterModel model)
{
    private readonly ILookup<int, int> _ofNeed = Enumerable.Range(0, model.Pairs.Count).ToLookup(p => model.Pairs[p].Need);
    private readonly Stack<int> _taken = new();
    private ((long, long, long, long) Worth, int[] Plan) _best = ((-1, -1, long.MinValue, -1), []);

    /// <summary>The four goals of the best plan, and its pairs.</summary>
    public ((long Critical, long First, long Value, long Tie) Worth, int[] Plan) Solve()
    {
        From(0);
        return _best;
    }

    private void From(int need)
    {
        if (need == model.Needs.Count)
        {
            Compare();
            return;
        }
        From(need + 1);
        foreach (var position in _ofNeed[need])
        {
            _taken.Push(position);
            if (IsFeasible()) From(need + 1);
            _taken.Pop();
        }
    }

    private void Compare()
    {
        var pairs = _taken.Select(position => model.Pairs[position]).ToList();
        long critical = Hromadas(pairs.Where(p => model.Needs[p.Need].Critical)).Count(h => model.Hromadas[h].InWarZone);
        long first = Hromadas(pairs).Count(hromada => model.Hromadas[hromada].WithoutPartner);
        var value = pairs.Sum(pair => pair.Value) - Partnerships(pairs).Count() * model.OverheadValue;
        var worth = (critical, first, value, pairs.Sum(pair => (long)pair.Tie));
        if (worth.CompareTo(_best.Worth) > 0) _best = (worth, [.. _taken.Order()]);
    }

    private bool IsFeasible()
    {
        var pairs = _taken.Select(position => model.Pairs[position]).ToList();
        var partnerships = Partnerships(pairs).ToList();
        foreach (var (supplier, limits) in model.Suppliers.Index())
        {
            var own = pairs.Where(pair => pair.Supplier == supplier).ToList();
            var partners = partnerships.Count(partnership => partnership.Supplier == supplier);
            if (partners > limits.MaxPartnerships) return false;
            if (own.Sum(pair => pair.Days) + partners * model.OverheadDays > limits.Capacity) return false;
            if (own.GroupBy(pair => pair.Area).Any(area => area.Sum(p => p.Days) > (limits.AreaCapacities[area.Key] ?? int.MaxValue)))
                return false;
        }
        return partnerships.GroupBy(p => p.Hromada).All(group => group.Count() <= model.Hromadas[group.Key].MaxPartners);
    }

    private IEnumerable<int> Hromadas(IEnumerable<MasterPair> pairs) => pairs.Select(pair => model.Needs[pair.Need].Hromada).Distinct();

    private IEnumerable<(int Supplier, int Hromada)> Partnerships(IEnumerable<MasterPair> pairs) =>
        pairs.Select(pair => (pair.Supplier, model.Needs[pair.Need].Hromada)).Distinct();
}
