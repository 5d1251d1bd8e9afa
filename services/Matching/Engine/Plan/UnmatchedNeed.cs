namespace Kommunebro.Matching.Engine;

/// <summary>A need that is not covered; a coordinator sees it, never silence.</summary>
/// <param name="Need">The need.</param>
/// <param name="Failures">When no supplier is eligible: how many fail each hard rule, the nearest miss first. Empty otherwise.</param>
/// <param name="Obstacles">When some were eligible: what stands in the way of the best of them, the best pair first. Empty otherwise.</param>
/// <param name="Reasons">The same for people, in one sentence or more.</param>
public sealed record UnmatchedNeed(
    Need Need,
    IReadOnlyList<RuleCount> Failures,
    IReadOnlyList<Obstacle> Obstacles,
    IReadOnlyList<Sentence> Reasons);

/// <summary>How many pairs fail a hard rule first.</summary>
/// <param name="RuleCode">Code of the rule.</param>
/// <param name="Count">Suppliers (or, seen from a supplier, needs).</param>
/// <param name="Example">The reason of one of them.</param>
public sealed record RuleCount(string RuleCode, int Count, Sentence Example)
{
    /// <summary>Counts the failures, the rule that was asked last (the nearest miss) first.</summary>
    internal static IReadOnlyList<RuleCount> Of(IEnumerable<RuleFailure> failures) =>
        [.. failures
            .GroupBy(failure => failure.RuleCode)
            .OrderByDescending(group => group.First().Order)
            .Select(group => new RuleCount(group.Key, group.Count(), group.First().Reason))];
}

/// <summary>What keeps an eligible pair out of the plan.</summary>
public enum ObstacleKind
{
    /// <summary>The supplier's person-days go to other needs.</summary>
    Capacity,

    /// <summary>Its person-days in the area do.</summary>
    AreaCapacity,

    /// <summary>It works with as many hromadas as it can.</summary>
    Partnerships,

    /// <summary>The hromada has as many partners as it can.</summary>
    Partners,

    /// <summary>A new partnership would cost more than the pair gains.</summary>
    Overhead,

    /// <summary>Nothing by itself: the plan is proven, and with the pair it would be worse as a whole.</summary>
    BetterPlan,

    /// <summary>Nothing: the work ended before the plan was proven, and there is room.</summary>
    UnprovenPlan,
}

/// <summary>What keeps an eligible pair out of the plan, and for whose sake.</summary>
/// <param name="Pair">The pair that lost.</param>
/// <param name="Kind">What it lost to.</param>
/// <param name="HeldBy">The matches that hold what it would take, the least valuable first.</param>
/// <param name="Reason">The same for people.</param>
public sealed record Obstacle(Pair Pair, ObstacleKind Kind, IReadOnlyList<Match> HeldBy, Sentence Reason)
{
    /// <summary>The price of the place: value points of the least valuable match that holds it; null when none does.</summary>
    public long? Price => HeldBy.Count == 0 ? null : HeldBy[0].Value;
}
