namespace Kommunebro.Matching.Engine;

/// <summary>A choice between yes and no for each of many variables, under linear rows with whole numbers: what an outside solver is asked.</summary>
public sealed class BinaryProgram
{
    private readonly List<long> _gains = [];
    private readonly List<bool> _hints = [];
    private readonly List<BinaryRow> _rows = [];

    /// <summary>What each variable gains when it is chosen; the sum is to be as great as possible.</summary>
    public IReadOnlyList<long> Gains => _gains;

    /// <summary>A choice that is known to keep all rows.</summary>
    public IReadOnlyList<bool> Hints => _hints;

    /// <summary>The rows.</summary>
    public IReadOnlyList<BinaryRow> Rows => _rows;

    /// <summary>Adds a variable and returns its position.</summary>
    /// <param name="gain">What it gains.</param>
    /// <param name="hint">Whether the known choice has it.</param>
    public int AddVariable(long gain, bool hint)
    {
        _gains.Add(gain);
        _hints.Add(hint);
        return _gains.Count - 1;
    }

    /// <summary>Adds a row: least ≤ sum of coefficient × variable ≤ most.</summary>
    public void AddRow(IEnumerable<(int Variable, long Coefficient)> terms, long least, long most) =>
        _rows.Add(new BinaryRow([.. terms], least, most));

    /// <summary>A choice that gains so much ends the search; null for as much as possible.</summary>
    public long? Enough { get; private set; }

    /// <summary>Asks for something else under the same rows, from another known choice.</summary>
    /// <param name="gains">What each variable gains now.</param>
    /// <param name="hints">A choice that keeps all rows.</param>
    /// <param name="enough">A choice that gains so much ends the search; null for as much as possible.</param>
    public void Aim(IReadOnlyList<long> gains, IReadOnlyList<bool> hints, long? enough = null)
    {
        Enough = enough;
        for (var variable = 0; variable < _gains.Count; variable++)
            (_gains[variable], _hints[variable]) = (gains[variable], hints[variable]);
    }

    /// <summary>The sum of gains of <paramref name="chosen"/>.</summary>
    public static long Gain(IReadOnlyList<long> gains, IReadOnlyList<bool> chosen)
    {
        var gain = 0L;
        for (var variable = 0; variable < gains.Count; variable++)
            if (chosen[variable]) gain = checked(gain + gains[variable]);
        return gain;
    }
}

/// <summary>least ≤ sum of coefficient × variable ≤ most.</summary>
public sealed record BinaryRow(IReadOnlyList<(int Variable, long Coefficient)> Terms, long Least, long Most);

/// <summary>What a solver found.</summary>
/// <param name="Chosen">The choice; the known one when nothing better was found.</param>
/// <param name="Gain">Its sum of gains.</param>
/// <param name="Bound">No choice gains more.</param>
/// <param name="Work">Units of work.</param>
public sealed record BinarySolution(IReadOnlyList<bool> Chosen, long Gain, long Bound, double Work)
{
    /// <summary>Whether nothing better exists.</summary>
    public bool IsProven => Gain == Bound;
}
