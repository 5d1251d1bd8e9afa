using System.Runtime.InteropServices;

namespace Kommunebro.Matching.Engine;

/// <summary>What one supplier can choose from and what each choice gains: groups of needs by hromada. Filled, read and filled anew.</summary>
internal sealed class Menu
{
    private readonly List<MenuGroup> _groups = [];
    private readonly List<MenuItem> _items = [];
    private readonly List<MenuOption> _options = [];

    /// <summary>Person-days that the supplier has.</summary>
    public int Capacity { get; private set; }

    /// <summary>The most groups that are not free.</summary>
    public int MaxGroups { get; private set; }

    /// <summary>The groups; each ends where the next begins.</summary>
    public ReadOnlySpan<MenuGroup> Groups => CollectionsMarshal.AsSpan(_groups);

    /// <summary>Empties it.</summary>
    public void Reset(int capacity, int maxGroups)
    {
        (Capacity, MaxGroups) = (capacity, maxGroups);
        _groups.Clear();
        _items.Clear();
        _options.Clear();
    }

    /// <summary>Begins a group; the items that follow belong to it.</summary>
    /// <param name="days">Person-days that it takes once.</param>
    /// <param name="cost">What it costs once.</param>
    /// <param name="isFree">True when it takes and costs nothing and counts against no limit.</param>
    public void AddGroup(int days, long cost, bool isFree) => _groups.Add(new MenuGroup(days, cost, isFree, _items.Count));

    /// <summary>Begins an item of the group; of the options that follow at most one is taken.</summary>
    public void AddItem(int pair, int limit) => _items.Add(new MenuItem(pair, limit, _options.Count, IsClosed: false));

    /// <summary>Adds a way to take the item; one that gains nothing or does not fit is left out.</summary>
    public void AddOption(int quarters, int days, long profit)
    {
        if (profit > 0 && days <= Capacity) _options.Add(new MenuOption(quarters, days, profit));
    }

    /// <summary>Adds an item that is not closed to the last group of another menu, limits left aside.</summary>
    public void CopyItem(int item, Menu other)
    {
        if (_items[item].IsClosed) return;
        other.AddItem(_items[item].Pair, limit: -1);
        for (var (option, end) = Options(item); option < end; option++)
            other.AddOption(_options[option].Quarters, _options[option].Days, _options[option].Profit);
    }

    /// <summary>How many items there are.</summary>
    public int ItemCount => _items.Count;

    /// <summary>How many options there are.</summary>
    public int OptionCount => _options.Count;

    /// <summary>The items of a group: positions from, and to (not included).</summary>
    public (int From, int To) Items(int group) =>
        (_groups[group].FirstItem, group + 1 < _groups.Count ? _groups[group + 1].FirstItem : _items.Count);

    /// <summary>An item.</summary>
    public MenuItem Item(int item) => _items[item];

    /// <summary>Takes an item off the menu.</summary>
    public void Close(int item) => _items[item] = _items[item] with { IsClosed = true };

    /// <summary>Puts all items on the menu again.</summary>
    public void Reopen()
    {
        foreach (ref var item in CollectionsMarshal.AsSpan(_items)) item = item with { IsClosed = false };
    }

    /// <summary>The options of an item: positions from, and to (not included).</summary>
    public (int From, int To) Options(int item) =>
        (_items[item].FirstOption, item + 1 < _items.Count ? _items[item + 1].FirstOption : _options.Count);

    /// <summary>An option.</summary>
    public MenuOption Option(int option) => _options[option];
}

/// <summary>The needs of one hromada.</summary>
internal readonly record struct MenuGroup(int Days, long Cost, bool IsFree, int FirstItem);

/// <summary>A need.</summary>
/// <param name="Pair">The pair that it stands for.</param>
/// <param name="Limit">The limit that it draws on; -1 for none.</param>
/// <param name="FirstOption">Its options.</param>
/// <param name="IsClosed">Whether it was taken off.</param>
internal readonly record struct MenuItem(int Pair, int Limit, int FirstOption, bool IsClosed);

/// <summary>A way to take a need.</summary>
/// <param name="Quarters">How much of it.</param>
/// <param name="Days">Person-days.</param>
/// <param name="Profit">What it gains, more than 0; limits are not paid yet.</param>
internal readonly record struct MenuOption(int Quarters, int Days, long Profit);
