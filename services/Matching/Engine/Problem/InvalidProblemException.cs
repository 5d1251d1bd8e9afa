namespace Kommunebro.Matching.Engine;

/// <summary>A problem or scenario that makes no sense and is not computed. It names the rule that it breaks.</summary>
/// <param name="rule">Stable code of the rule, e.g. "weights_sum_to_100".</param>
/// <param name="message">What is wrong, with the offending value.</param>
public sealed class InvalidProblemException(string rule, string message) : ArgumentException($"{rule}: {message}")
{
    /// <summary>Stable code of the broken rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>The pins that cannot all be kept, where that is what is wrong: without any one of them the others can.</summary>
    public IReadOnlyList<Pin> Pins { get; init; } = [];

    /// <summary>The hard rule, or the limit, that such pins break: need_taken, partnerships, partners, capacity, area_capacity; else null.</summary>
    public string? Broken { get; init; }

    internal static void Unless(bool holds, string rule, string message)
    {
        if (!holds) throw new InvalidProblemException(rule, message);
    }
}
