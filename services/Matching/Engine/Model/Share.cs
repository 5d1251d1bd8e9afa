namespace Kommunebro.Matching.Engine;

/// <summary>A part of a need that one supplier takes on.</summary>
/// <param name="Pair">Position of the pair in its <see cref="Model"/>.</param>
/// <param name="Quarters">1 to 4 quarters of the need.</param>
public readonly record struct Share(int Pair, int Quarters)
{
    /// <summary>Quarters of a whole need.</summary>
    public const int Whole = 4;

    /// <summary>Quarters from which on a need counts as covered: one half.</summary>
    public const int Covering = 2;

    /// <summary>Person-days of <paramref name="quarters"/> quarters of a need that takes <paramref name="days"/>, rounded up.</summary>
    public static int Days(int days, int quarters) => (int)(((long)days * quarters + Whole - 1) / Whole);

    /// <summary>Value points of <paramref name="quarters"/> quarters of a need that is worth <paramref name="value"/>, rounded down.</summary>
    public static long Value(long value, int quarters) => value * quarters / Whole;
}
