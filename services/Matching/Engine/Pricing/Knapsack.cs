namespace Kommunebro.Matching.Engine;

/// <summary>
/// The best choice from a menu, exactly: dynamic programming over groups × groups taken × person-days, with any number of items in a
/// group. Limits of areas are paid by the person-day here; <see cref="LimitSearch"/> keeps them. Used again and again by one thread.
/// </summary>
internal sealed class Knapsack
{
    private readonly KnapsackRows _rows = new();
    private readonly List<Share> _chosen = [];
    private int[] _optionNotes = [];
    private int[] _groupNotes = [];
    private KnapsackOption[] _options = [];
    private Menu _menu = new();
    private IReadOnlyList<long> _limitDay = [];
    private int _lastRow;
    private bool _isLimited;

    /// <summary>Cells that were computed since the beginning: the measure of work.</summary>
    public long Work => _rows.Work;

    /// <summary>What the last solve chose.</summary>
    public IReadOnlyList<Share> Chosen => _chosen;

    /// <summary>The greatest sum of profits less costs; 0 when nothing is worth taking.</summary>
    /// <param name="menu">What can be chosen.</param>
    /// <param name="limitDay">What a person-day of each limit costs.</param>
    /// <param name="tables">When given, gets the table after each group, for <see cref="LimitSearch"/>.</param>
    public long Solve(Menu menu, IReadOnlyList<long> limitDay, KnapsackTables? tables = null)
    {
        (_menu, _limitDay) = (menu, limitDay);
        var costly = 0;
        foreach (ref readonly var group in menu.Groups)
            if (!group.IsFree) costly++;
        // A limit that cannot bind needs no rows of its own.
        _isLimited = menu.MaxGroups < costly;
        _lastRow = _isLimited ? menu.MaxGroups : 0;
        _rows.Reset(menu.Capacity, _lastRow + 1);
        if (_optionNotes.Length < menu.OptionCount) _optionNotes = new int[2 * menu.OptionCount];
        if (_groupNotes.Length < menu.Groups.Length) _groupNotes = new int[2 * menu.Groups.Length];
        tables?.Begin(_rows, _isLimited);
        for (var group = 0; group < menu.Groups.Length; group++)
        {
            var isChanged = Add(group);
            tables?.Keep(_rows, isChanged);
        }
        Trace(menu.Capacity);
        return _rows.Best(_lastRow, menu.Capacity);
    }

    /// <summary>What the last solve says could be gained with one partnership less and so many days fewer; never too little.</summary>
    public long MostBeside(int days) => days > _menu.Capacity ? 0 : _rows.Best(Math.Max(0, Below(_lastRow)), _menu.Capacity - days);

    /// <summary>What the last solve says could be gained with so many days, at most the capacity.</summary>
    public long Most(int days) => _rows.Best(_lastRow, days);

    private int FirstRow => _isLimited ? 1 : 0;

    private int Below(int row) => _isLimited ? row - 1 : row;

    private long PricedProfit(MenuItem item, MenuOption option)
    {
        if (item.IsClosed) return 0;
        return item.Limit < 0 ? option.Profit : option.Profit - _limitDay[item.Limit] * option.Days;
    }

    /// <summary>Whether the group can gain anything, and was added.</summary>
    private bool Add(int group)
    {
        var (days, cost, isFree, _) = _menu.Groups[group];
        var (from, to) = _menu.Items(group);
        _groupNotes[group] = Skipped;
        var (most, single) = MostProfit(from, to);
        if (most <= cost) return false;
        if (isFree)
        {
            _groupNotes[group] = Free;
            for (var item = from; item < to; item++) Apply(item, 0, openRows: false);
        }
        else if (single >= 0)
        {
            _groupNotes[group] = Single(single);
            var option = _menu.Option(single);
            var notes = _optionNotes[single] = _rows.NewNotes();
            // From above, so that each row still sees the one below as it was.
            for (var row = _lastRow; row >= FirstRow; row--) _rows.Take(Below(row), row, days + option.Days, most - cost, notes);
        }
        else
        {
            for (var row = FirstRow; row <= _lastRow; row++) _rows.Open(Below(row), _rows.OpenRow(row), days, -cost);
            for (var item = from; item < to; item++) Apply(item, FirstRow, openRows: true);
            var notes = _groupNotes[group] = _rows.NewNotes();
            for (var row = FirstRow; row <= _lastRow; row++) _rows.Take(_rows.OpenRow(row), row, 0, 0, notes);
        }
        return true;
    }

    private const int Skipped = -1;
    private const int Free = -2;

    private static int Single(int option) => -3 - option;

    /// <summary>The sum of the best profits of all items, and the only option that has any; -1 when there are several.</summary>
    private (long Most, int Single) MostProfit(int from, int to)
    {
        var (most, single, count) = (0L, -1, 0);
        for (var item = from; item < to; item++)
        {
            var best = 0L;
            for (var (option, end) = _menu.Options(item); option < end; option++)
                if (PricedProfit(_menu.Item(item), _menu.Option(option)) is > 0 and var profit)
                {
                    best = Math.Max(best, profit);
                    (single, count) = (option, count + 1);
                }
            most += best;
        }
        return (most, count == 1 ? single : -1);
    }

    private void Apply(int item, int firstRow, bool openRows)
    {
        var (first, last) = _menu.Options(item);
        if (_options.Length < last - first) _options = new KnapsackOption[2 * (last - first)];
        var (options, count) = (_options, 0);
        for (var option = first; option < last; option++)
        {
            _optionNotes[option] = Skipped;
            if (PricedProfit(_menu.Item(item), _menu.Option(option)) is > 0 and var profit)
                options[count++] = new KnapsackOption(_menu.Option(option).Days, profit, _optionNotes[option] = _rows.NewNotes());
        }
        for (var row = firstRow; row <= _lastRow; row++)
        {
            var target = openRows ? _rows.OpenRow(row) : row;
            if (count == 1) _rows.Take(target, target, options[0].Days, options[0].Profit, options[0].Notes);
            else if (count > 1) _rows.TakeOne(target, options.AsSpan(0, count));
        }
    }

    /// <summary>Chooses for so many days, at most the capacity, by the table of the last solve.</summary>
    public void Trace(int days)
    {
        _chosen.Clear();
        var row = _lastRow;
        for (var group = _menu.Groups.Length - 1; group >= 0; group--)
        {
            var notes = _groupNotes[group];
            if (notes == Skipped || (notes != Free && row < FirstRow)) continue;
            var (from, to) = _menu.Items(group);
            if (notes < Free)
            {
                var option = Single(notes);
                if (!_rows.Improved(_optionNotes[option], row, days)) continue;
                var item = from;
                while (_menu.Options(item).To <= option) item++;
                Choose(item, option, ref days);
            }
            else
            {
                if (notes != Free && !_rows.Improved(notes, row, days)) continue;
                for (var item = to - 1; item >= from; item--) TraceItem(item, row, ref days);
            }
            if (notes == Free) continue;
            days -= _menu.Groups[group].Days;
            row = Below(row);
        }
    }

    private void TraceItem(int item, int row, ref int days)
    {
        var (from, to) = _menu.Options(item);
        // The last that improved the cell is the one that was taken.
        for (var option = to - 1; option >= from; option--)
        {
            if (_optionNotes[option] == Skipped || !_rows.Improved(_optionNotes[option], row, days)) continue;
            Choose(item, option, ref days);
            return;
        }
    }

    private void Choose(int item, int option, ref int days)
    {
        _chosen.Add(new Share(_menu.Item(item).Pair, _menu.Option(option).Quarters));
        days -= _menu.Option(option).Days;
    }
}
