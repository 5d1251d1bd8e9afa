namespace Kommunebro.Matching.Engine;

/// <summary>Value, and below the last place of a value point the ties: one search for both stages.</summary>
internal static class TiedGains
{
    /// <summary>What the sum of all gains may be: the outside solver adds in 64 bits, and needs room for its own cuts.</summary>
    private const decimal MostOfSolver = 1L << 60;

    /// <summary>
    /// The gains, and how many of them a value point is. Ties for which the values leave no room are cut to their leading bits, which
    /// gives the same plan on every machine, too.
    /// </summary>
    /// <param name="choice">The program.</param>
    /// <param name="values">Value points of each of its variables.</param>
    public static (long[] Gains, long Scale) Of(ChoiceProgram choice, long[] values)
    {
        var all = values.Sum(value => (decimal)Math.Abs(value));
        for (var cut = 0; ; cut++)
        {
            var (ties, scale) = Ties(choice, values.Length, cut);
            if (all * scale < MostOfSolver) return ([.. values.Select((value, variable) => value * scale + ties[variable])], scale);
        }
    }

    private static (long[] Ties, long Scale) Ties(ChoiceProgram choice, int variables, int cut)
    {
        var model = choice.Model;
        var (ties, most) = (new long[variables], new long[model.Needs]);
        foreach (var (share, variable) in choice.ShareVariables)
        {
            var tie = (long)(model.PairTie[share.Pair] >> cut);
            ties[variable] = tie * share.Quarters;
            most[model.PairNeed[share.Pair]] = Math.Max(most[model.PairNeed[share.Pair]], tie * Share.Whole);
        }
        return (ties, most.Sum() + 1);
    }
}
