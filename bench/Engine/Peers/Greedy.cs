using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>The simplest that is not foolish: pairs by value per person-day, each taken when it fits and gains more than its partnership costs.</summary>
internal static class Greedy
{
    public static IReadOnlyList<Share> Plan(Model model)
    {
        var shares = new List<Share>();
        var (days, limits, isMet) = (model.Capacity.ToArray(), model.LimitDays.ToArray(), new bool[model.Needs]);
        var (partnerships, partners, isOpen) = (model.MaxPartnerships.ToArray(), model.MaxPartners.ToArray(), model.LinkExists.ToArray());
        foreach (var pair in Enumerable.Range(0, model.Pairs).OrderByDescending(pair => (double)model.PairValue[pair] / model.PairDays[pair]))
        {
            var (link, supplier, hromada, limit) = (model.PairLink[pair], model.SupplierOf(pair), model.HromadaOf(pair), model.PairLimit[pair]);
            var opening = isOpen[link] ? 0 : model.OverheadDays;
            if (isMet[model.PairNeed[pair]] || model.PairDays[pair] + opening > days[supplier]) continue;
            if (limit >= 0 && model.PairDays[pair] > limits[limit]) continue;
            if (!isOpen[link])
            {
                if (partnerships[supplier] == 0 || partners[hromada] == 0 || model.PairValue[pair] <= model.OverheadValue) continue;
                (partnerships[supplier], partners[hromada], isOpen[link]) = (partnerships[supplier] - 1, partners[hromada] - 1, true);
            }
            days[supplier] -= model.PairDays[pair] + opening;
            if (limit >= 0) limits[limit] -= model.PairDays[pair];
            isMet[model.PairNeed[pair]] = true;
            shares.Add(new Share(pair, Share.Whole));
        }
        return shares;
    }
}
