namespace Kommunebro.Matching.Engine;

/// <summary>How evenly something is spread.</summary>
public static class Evenness
{
    /// <summary>
    /// The Gini coefficient in permille, rounded half up: Σ (2i − n − 1) xᵢ / (n Σ xᵢ) over the values in rising order, i from 1. 0 when all
    /// have the same, or nobody has anything; near 1000 when one has all.
    /// </summary>
    /// <param name="values">Values of 0 and more.</param>
    public static int GiniPermille(IReadOnlyCollection<int> values)
    {
        var (weighted, sum, i) = ((Int128)0, (Int128)0, 0);
        foreach (var value in values.Order())
        {
            i++;
            weighted += (Int128)(2L * i - values.Count - 1) * value;
            sum += value;
        }
        return sum == 0 ? 0 : (int)((2000 * weighted + values.Count * sum) / (2 * values.Count * sum));
    }

    /// <summary>The value at the rank ⌈n × percent / 100⌉ in rising order (nearest rank); 0 when there is none.</summary>
    /// <param name="values">The values.</param>
    /// <param name="percent">1 to 100.</param>
    public static int Percentile(IReadOnlyCollection<int> values, int percent) =>
        values.Count == 0 ? 0 : values.Order().ElementAt((int)(((long)values.Count * percent + 99) / 100) - 1);
}
