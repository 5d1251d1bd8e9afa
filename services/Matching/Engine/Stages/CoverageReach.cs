namespace Kommunebro.Matching.Engine;

/// <summary>Variables of a program that say of each group, and each number of its members, that so many are covered.</summary>
internal sealed class CoverageReach
{
    private readonly ICoverageProgram _choice;
    private readonly CoverageGroups _groups;
    private readonly int[][] _reaches;

    public CoverageReach(ICoverageProgram choice, CoverageGroups groups)
    {
        (_choice, _groups) = (choice, groups);
        _reaches = [.. Enumerable.Range(0, groups.Count).Select(Add)];
    }

    /// <summary>The variables that say of a group that its coverage is at least <paramref name="value"/> permille, and how many groups always reach it.</summary>
    public (List<int> Variables, int Always) Of(int value)
    {
        var (variables, always) = (new List<int>(), 0);
        for (var group = 0; group < _groups.Count; group++)
        {
            var required = _groups.Required(group, value);
            if (required >= _reaches[group].Length) continue;
            if (_reaches[group][required] < 0) always++;
            else variables.Add(_reaches[group][required]);
        }
        return (variables, always);
    }

    private int[] Add(int group)
    {
        var (variables, always) = _choice.Covered(_groups.Members(group), criticalOnly: false);
        var hinted = variables.Count(variable => _choice.Program.Hints[variable]);
        var reaches = new int[always + variables.Count + 1];
        for (var count = 0; count < reaches.Length; count++)
        {
            reaches[count] = count <= always ? -1 : _choice.Program.AddVariable(0, hinted >= count - always);
            if (reaches[count] < 0) continue;
            _choice.Program.AddRow(
                [(reaches[count], (long)(count - always)), .. variables.Select(variable => (variable, -1L))], -variables.Count, 0);
        }
        return reaches;
    }
}
