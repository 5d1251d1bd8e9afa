namespace Kommunebro.Matching.Engine;

/// <summary>What the fairness stages count in a program, and the rows that keep for later stages what one of them reached.</summary>
internal sealed class FairnessRows
{
    private readonly ICoverageProgram _choice;
    private readonly CoverageGroups _groups;
    private readonly StageTolerances _tolerances;

    public FairnessRows(ICoverageProgram choice, Fairness fairness, CoverageGroups groups)
    {
        (_choice, _groups, _tolerances) = (choice, groups, fairness.Tolerances);
        Critical = choice.Covered(fairness.InWarZone, criticalOnly: true);
        Outside = choice.Covered([.. fairness.InWarZone.Select(isInside => !isInside)], criticalOnly: false);
        Reach = new CoverageReach(choice, groups);
    }

    /// <summary>War-zone hromadas with a critical need.</summary>
    public (IReadOnlyList<int> Variables, int Always) Critical { get; }

    /// <summary>Hromadas outside the war zone.</summary>
    public (IReadOnlyList<int> Variables, int Always) Outside { get; }

    /// <summary>Coverage of the groups.</summary>
    public CoverageReach Reach { get; }

    /// <summary>Makes what a stage reached a row for those after it, less its tolerance.</summary>
    public void Keep(StageResult result)
    {
        var kept = _tolerances.Kept(result.Stage, result.Reached);
        switch (result.Stage)
        {
            case ObjectiveStage.CriticalWarZone:
                KeepAtLeast(Critical.Variables, kept - Critical.Always);
                break;
            case ObjectiveStage.OutsideShare:
                KeepAtLeast(Outside.Variables, kept - Outside.Always);
                break;
            case ObjectiveStage.Coverage:
                var (variables, always) = Reach.Of((int)kept);
                KeepAtLeast(variables, _groups.Count - result.Level + 1 - always);
                break;
        }
    }

    private void KeepAtLeast(IReadOnlyList<int> variables, long least)
    {
        if (least > 0) _choice.Program.AddRow(variables.Select(variable => (variable, 1L)), least, variables.Count);
    }
}
