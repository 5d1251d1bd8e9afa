namespace Kommunebro.Matching.Engine;

/// <summary>What of a plan still fits a model, the most valuable shares of each supplier first.</summary>
internal sealed class KeptShares
{
    private readonly Model _model;
    private readonly int[] _days;
    private readonly int[] _limitDays;
    private readonly int[] _partnerships;
    private readonly HashSet<int> _losers = [];

    public KeptShares(Model model, IReadOnlyList<Share> shares)
    {
        _model = model;
        (_days, _limitDays, _partnerships) = ([.. model.Capacity], [.. model.LimitDays], [.. model.MaxPartnerships]);
        Plan = new Assignment(model, []);
        foreach (var share in shares.OrderByDescending(model.Value).ThenBy(share => share.Pair))
            if (!TryKeep(share)) _losers.Add(model.SupplierOf(share.Pair));
        // Days of needs that lost their half are free again.
        Plan.DropUnmet();
    }

    /// <summary>What is kept.</summary>
    public Assignment Plan { get; }

    /// <summary>Suppliers of whose shares not all are kept.</summary>
    public IReadOnlyCollection<int> Losers => _losers;

    private bool TryKeep(Share share)
    {
        var (link, need, limit) = (_model.PairLink[share.Pair], _model.PairNeed[share.Pair], _model.PairLimit[share.Pair]);
        var supplier = _model.LinkSupplier[link];
        var opens = !Plan.IsOpen(link);
        var days = _model.Days(share) + (opens ? _model.LinkDays(link) : 0);
        if (share.Quarters > Plan.FreeQuarters(need) || share.Quarters < _model.LeastQuarters(share.Pair)
            || Plan.Holders(need).Length >= _model.NeedSuppliers[need]
            || !Plan.CanOpen(link) || (opens && _partnerships[supplier] == 0)
            || days > _days[supplier] || (limit >= 0 && _model.Days(share) > _limitDays[limit])) return false;
        Plan.Add(share);
        _days[supplier] -= days;
        if (limit >= 0) _limitDays[limit] -= _model.Days(share);
        if (opens) _partnerships[supplier]--;
        return true;
    }
}
