namespace Kommunebro.Matching.Engine;

/// <summary>Asks the outside solver one goal after the other of one program, each time from the best choice so far.</summary>
/// <param name="program">The program.</param>
/// <param name="master">The outside solver.</param>
/// <param name="options">How to search.</param>
/// <param name="meter">Counts.</param>
internal sealed class ExactSearch(BinaryProgram program, IMaster master, SearchOptions options, Meter meter)
{
    // A search that is past its time still gets a little, so that what is easy is found.
    private const double LeastUnits = 0.02;

    /// <summary>The choice as it stands.</summary>
    public IReadOnlyList<bool> Chosen { get; private set; } = [.. program.Hints];

    /// <summary>Whether it is another than the known choice.</summary>
    public bool IsAnother { get; private set; }

    /// <summary>As much as possible of something.</summary>
    /// <param name="gains">What each variable gains.</param>
    /// <param name="part">The part of the budget after which it ends.</param>
    /// <param name="enough">A choice that gains so much ends the search; null for as much as possible.</param>
    public BinarySolution Solve(IReadOnlyList<long> gains, double part, long? enough = null)
    {
        // What was added since the last goal is not chosen yet.
        Chosen = [.. Chosen, .. Enumerable.Repeat(false, program.Gains.Count - Chosen.Count)];
        program.Aim(gains, Chosen, enough);
        var solution = master.Solve(program, Math.Max(LeastUnits, meter.UnitsUntil(part)), options.Stop);
        meter.AddSolver(solution.Work);
        // Another choice that gains no more may have less of what no row keeps yet.
        if (solution.Gain > BinaryProgram.Gain(gains, Chosen)) (Chosen, IsAnother) = ([.. solution.Chosen], true);
        return solution;
    }

    /// <summary>As many as possible of <paramref name="variables"/>.</summary>
    public BinarySolution SolveCount(IReadOnlyList<int> variables, double part, long? enough = null)
    {
        var gains = new long[program.Gains.Count];
        foreach (var variable in variables) gains[variable] = 1;
        return Solve(gains, part, enough);
    }
}
