namespace Kommunebro.Matching.Engine;

/// <summary>Every sentence that the engine can say, by key.</summary>
public static class Phrasebook
{
    private static readonly Dictionary<string, Template> ByKey = new[]
    {
        Eligibility.Rules.SelectMany(rule => rule.Templates),
        Scoring.Criteria.SelectMany(criterion => criterion.Templates),
        AssumptionTexts.Templates,
        Obstacles.Templates,
        Unmatched.Templates,
        Idle.Templates,
        Explanation.Templates,
        WhyNot.Templates,
        PinTexts.Templates,
    }.SelectMany(templates => templates).ToDictionary(template => template.Key, StringComparer.Ordinal);

    /// <summary>All templates.</summary>
    public static IReadOnlyCollection<Template> Templates => ByKey.Values;

    /// <summary>The template of <paramref name="key"/>.</summary>
    /// <exception cref="KeyNotFoundException">The engine never says that.</exception>
    public static Template Find(string key) =>
        ByKey.TryGetValue(key, out var template) ? template : throw new KeyNotFoundException($"No sentence '{key}'.");
}
