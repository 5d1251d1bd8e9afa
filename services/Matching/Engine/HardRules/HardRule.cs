namespace Kommunebro.Matching.Engine;

/// <summary>A rule that no score can outweigh.</summary>
public abstract class HardRule
{
    /// <summary>Stable code, in snake_case.</summary>
    public abstract string Code { get; }

    /// <summary>What the rule can say. The template "rule.&lt;code&gt;" is its title: what stands in the way, in a few words.</summary>
    public abstract IReadOnlyList<Template> Templates { get; }

    /// <summary>Whether the rule looks at the need and its hromada alone, so that no supplier can pass where one fails.</summary>
    public virtual bool ConcernsNeedAlone => false;

    /// <summary>Why the pair may not be; null when the rule holds.</summary>
    public abstract Sentence? Objection(Fit fit);

    /// <summary>What people must see to first, although the pair may be; null when nothing.</summary>
    public virtual Sentence? Condition(Fit fit) => null;
}
