namespace Kommunebro.Matching.Runs;

/// <content>By which scenario it is made, whether only to look at, and whether afresh.</content>
public sealed partial class MatchingRun
{
    /// <summary>By which scenario: id@version, or the name of the built-in one; null for runs from before there were scenarios.</summary>
    public string? Scenario { get; private set; }

    /// <summary>Only to look at: no proposals come of it, nobody is told, and what earlier runs proposed stays.</summary>
    public bool WhatIf { get; private set; }

    /// <summary>Not afresh: the plan in force, changed only where what it was made of has changed.</summary>
    public bool Repair { get; private set; }

    /// <summary>The run, to be made by <paramref name="scenario"/>.</summary>
    public MatchingRun By(string scenario, bool whatIf, bool repair)
    {
        (Scenario, WhatIf, Repair) = (scenario, whatIf, repair);
        return this;
    }
}
