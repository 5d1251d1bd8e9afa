namespace Kommunebro.Matching.Runs;

/// <content>By which scenario it is made, and whether only to look at.</content>
public sealed partial class MatchingRun
{
    /// <summary>By which scenario: id@version, or the name of the built-in one; null for runs from before there were scenarios.</summary>
    public string? Scenario { get; private set; }

    /// <summary>Only to look at: no proposals come of it, nobody is told, and what earlier runs proposed stays.</summary>
    public bool WhatIf { get; private set; }

    /// <summary>The run, to be made by <paramref name="scenario"/>.</summary>
    public MatchingRun By(string scenario, bool whatIf)
    {
        (Scenario, WhatIf) = (scenario, whatIf);
        return this;
    }
}
