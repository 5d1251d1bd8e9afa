namespace Kommunebro.Matching.Engine;

/// <summary>What proves a bound: whoever computes the best portfolio of each supplier at these prices gets the same sum, or less.</summary>
/// <param name="Prices">The prices, in 1/<see cref="Prices.Scale"/> of a point.</param>
/// <param name="Profits">What each supplier gains at most.</param>
/// <param name="Bound">The bound in 1/<see cref="Prices.Scale"/> of a point.</param>
public sealed record Certificate(Prices Prices, IReadOnlyList<long> Profits, long Bound)
{
    internal static Certificate Of(ValueSearch search) => search.Prices is { } found
        ? new Certificate(found.Best, found.Profits, found.Bound)
        : new Certificate(new Prices(search.Best.Model), [], long.MaxValue);
}
