namespace Kommunebro.Matching.Engine;

/// <summary>The tables of a knapsack before and after each group: what the groups up to there can gain at most, with so many partnerships and person-days.</summary>
internal sealed class KnapsackTables
{
    private readonly List<long[][]> _tables = [];
    private bool _isLimited;

    /// <summary>Starts anew.</summary>
    public void Begin(KnapsackRows rows, bool isLimited)
    {
        _isLimited = isLimited;
        _tables.Clear();
        _tables.Add(rows.Copy());
    }

    /// <summary>Keeps the table after the next group.</summary>
    public void Keep(KnapsackRows rows, bool isChanged) => _tables.Add(isChanged ? rows.Copy() : _tables[^1]);

    /// <summary>The most that the first <paramref name="groups"/> groups gain.</summary>
    /// <param name="groups">How many groups.</param>
    /// <param name="partnerships">How many of them may cost something.</param>
    /// <param name="days">How many person-days they may take.</param>
    public long Most(int groups, int partnerships, int days) => _tables[groups][_isLimited ? partnerships : 0][days];
}
