namespace Kommunebro.Matching.Engine;

/// <summary>
/// The groups whose coverage is made fair: for each oblast and category the hromadas without a partner that could be given one. Coverage
/// is the share of them that is covered, in whole permille, rounded down.
/// </summary>
internal sealed class CoverageGroups
{
    private const int Permille = 1000;

    private readonly Model _model;
    private readonly bool[][] _members;
    private readonly int[] _sizes;
    private readonly Lazy<PartnerFlow> _flow;

    public CoverageGroups(Model model)
    {
        _model = model;
        _flow = new Lazy<PartnerFlow>(() => new PartnerFlow(model, AllMembers(), criticalOnly: false));
        var coverable = new PartnerFlow(model, model.Fairness.WithoutPartner, criticalOnly: false).Coverable();
        _members =
        [
            .. Enumerable.Range(0, model.Hromadas)
                .Where(hromada => coverable[hromada] && model.Fairness.WithoutPartner[hromada])
                .GroupBy(hromada => model.Fairness.Group[hromada])
                .OrderBy(group => group.Key)
                .Select(group => Mask(model.Hromadas, group)),
        ];
        _sizes = [.. _members.Select(members => members.Count(isMember => isMember))];
        Values = [.. _sizes.SelectMany(size => Enumerable.Range(0, size + 1).Select(count => Permille * count / size)).Distinct().Order()];
    }

    /// <summary>How many groups there are.</summary>
    public int Count => _sizes.Length;

    /// <summary>All values that the coverage of a group can have, rising.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>The members of a group.</summary>
    public bool[] Members(int group) => _members[group];

    /// <summary>How many of its members must be covered for a coverage of at least <paramref name="value"/>.</summary>
    public int Required(int group, int value) => (value * _sizes[group] + Permille - 1) / Permille;

    /// <summary>The coverage of a group of which <paramref name="covered"/> members are covered.</summary>
    public int Value(int group, int covered) => Permille * covered / _sizes[group];

    /// <summary>The coverage of each group in a plan.</summary>
    public int[] Of(Assignment plan) =>
    [
        .. Enumerable.Range(0, Count).Select(group => Value(
            group, Enumerable.Range(0, _members[group].Length).Count(hromada => _members[group][hromada] && plan.Coverage.IsCovered(hromada, false)))),
    ];

    /// <summary>
    /// The most that the <paramref name="level"/>-th least covered group can have, as far as partnerships go. All groups but level − 1
    /// must reach it at the same time; those that need not can make up for what is missing only as far as their own demand goes down.
    /// </summary>
    /// <param name="level">1 for the least covered.</param>
    /// <param name="kept">What every group must have in any case.</param>
    public int Bound(int level, int kept)
    {
        var (low, high) = (0, Values.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (MayReach(level, kept, Values[middle])) low = middle;
            else high = middle - 1;
        }
        return Values.Count == 0 ? 0 : Values[low];
    }

    private bool MayReach(int level, int kept, int value)
    {
        var required = new int[_model.Fairness.Groups];
        for (var group = 0; group < Count; group++)
            required[_model.Fairness.Group[Array.IndexOf(_members[group], true)]] = Required(group, value);
        var relief = Enumerable.Range(0, Count).Select(group => Math.Max(0, Required(group, value) - Required(group, kept)))
            .OrderDescending().Take(level - 1).Sum();
        return _flow.Value.Missing(required) <= relief;
    }

    private bool[] AllMembers()
    {
        var all = new bool[_model.Hromadas];
        foreach (var members in _members)
            for (var hromada = 0; hromada < all.Length; hromada++) all[hromada] |= members[hromada];
        return all;
    }

    private static bool[] Mask(int hromadas, IEnumerable<int> members)
    {
        var mask = new bool[hromadas];
        foreach (var hromada in members) mask[hromada] = true;
        return mask;
    }
}
