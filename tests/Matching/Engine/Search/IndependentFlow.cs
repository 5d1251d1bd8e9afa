using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

/// <summary>How many hromadas outside the war zone could be given a partner at all, by augmenting paths (Ford and Fulkerson, 1956).</summary>
internal sealed class IndependentFlow(Model model)
{
    private readonly Dictionary<int, int> _partnerOf = [];

    public int MostOutside()
    {
        var covered = 0;
        for (var hromada = 0; hromada < model.Hromadas; hromada++)
        {
            if (model.Fairness.InWarZone[hromada]) continue;
            if (IsMet(hromada) || Find(hromada, [])) covered++;
        }
        return covered;
    }

    private bool IsMet(int hromada) =>
        Enumerable.Range(0, model.Needs).Any(need => model.NeedHromada[need] == hromada && model.Fairness.StandingQuarters[need] >= 2);

    /// <summary>Gives a hromada a supplier, if need be by giving another hromada another one.</summary>
    private bool Find(int hromada, HashSet<int> asked)
    {
        for (var link = 0; link < model.LinkHromada.Length; link++)
        {
            if (model.LinkHromada[link] != hromada || !asked.Add(model.LinkSupplier[link])) continue;
            var supplier = model.LinkSupplier[link];
            var taken = _partnerOf.Where(pair => pair.Value == supplier).Select(pair => pair.Key).ToList();
            if (taken.Count >= Most(supplier) && !taken.Any(other => Find(other, asked))) continue;
            _partnerOf[hromada] = supplier;
            return true;
        }
        return false;
    }

    /// <summary>What a supplier may begin, what it has, and what its days allow at the cheapest.</summary>
    private int Most(int supplier)
    {
        int[] links = [.. Enumerable.Range(0, model.LinkSupplier.Length).Where(link =>
            model.LinkSupplier[link] == supplier && !model.Fairness.InWarZone[model.LinkHromada[link]] && !IsMet(model.LinkHromada[link]))];
        var (count, left) = (0, model.Capacity[supplier]);
        foreach (var days in links.Select(Cheapest).Order())
            if (days <= left) (count, left) = (count + 1, left - days);
            else break;
        return Math.Min(count, model.MaxPartnerships[supplier] + links.Count(link => model.LinkExists[link]));
    }

    private int Cheapest(int link) =>
        (model.LinkExists[link] ? 0 : model.OverheadDays)
        + Enumerable.Range(model.LinkPairs[link], model.LinkPairs[link + 1] - model.LinkPairs[link])
            .Min(pair => (model.PairDays[pair] * (model.PairShared[pair] ? 1 : model.NeedQuarters[model.PairNeed[pair]]) + 3) / 4);
}
