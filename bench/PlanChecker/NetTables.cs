namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// The most that the first groups gain with so many partnerships and person-days when limits are paid by the day: a knapsack, filled
/// group by group. Exact for that, and never less than what limits that must be kept allow.
/// </summary>
internal sealed class NetTables
{
    private readonly long[][] _tables;
    private readonly int _width;
    private readonly int _layers;

    /// <param name="offer">What can be chosen.</param>
    /// <param name="groups">Which of it.</param>
    /// <param name="keepsAll">Whether the tables of fewer groups are asked for, too.</param>
    public NetTables(PricedOffer offer, IReadOnlyList<PricedGroup> groups, bool keepsAll)
    {
        // Without a limit that can bite, partnerships need not be counted.
        CountsPartnerships = offer.Partnerships < groups.Count(group => group.IsNew);
        _width = checked((int)offer.Days + 1);
        _layers = CountsPartnerships ? (int)offer.Partnerships + 1 : 1;
        _tables = new long[groups.Count + 1][];
        _tables[0] = new long[_width * _layers];
        for (var group = 0; group < groups.Count; group++)
        {
            _tables[group + 1] = keepsAll ? (long[])_tables[group].Clone() : _tables[group];
            if (groups[group].IsNew) AddNew(_tables[group + 1], groups[group]);
            else for (var layer = 0; layer < _layers; layer++) AddItems(Layer(_tables[group + 1], layer), groups[group]);
        }
    }

    /// <summary>Whether the number of partnerships matters.</summary>
    public bool CountsPartnerships { get; }

    /// <summary>The most that all groups gain.</summary>
    public long Most(long days) => Most(_tables.Length - 1, _layers - 1, days);

    /// <summary>The most that the first groups gain.</summary>
    public long Most(int groups, long partnerships, long days) =>
        _tables[groups][(CountsPartnerships ? partnerships : 0) * _width + days];

    private void AddNew(long[] table, PricedGroup group)
    {
        var opened = new long[_width];
        for (var layer = _layers - 1; layer >= (CountsPartnerships ? 1 : 0); layer--)
        {
            // A layer above is not read any more: this one is made of the layer below, which still knows nothing of the group.
            var before = Layer(table, CountsPartnerships ? layer - 1 : layer);
            var after = Layer(table, layer);
            for (var days = 0; days < _width; days++)
                opened[days] = days < group.Days ? long.MinValue / 4 : before[days - (int)group.Days] - group.Cost;
            AddItems(opened, group);
            for (var days = 0; days < _width; days++) after[days] = Math.Max(after[days], opened[days]);
        }
    }

    private static void AddItems(Span<long> most, PricedGroup group)
    {
        foreach (var item in group.Items)
            for (var days = most.Length - 1; days >= 0; days--)
                foreach (var option in item.Options)
                    if (option.Days <= days) most[days] = Math.Max(most[days], checked(most[days - (int)option.Days] + option.Net));
    }

    private Span<long> Layer(long[] table, int layer) => table.AsSpan(layer * _width, _width);
}
