namespace Kommunebro.Matching.Engine;

/// <summary>Adds to a program what floors demand: a variable for each hromada that can be covered, and how needs cover it.</summary>
/// <param name="model">The model.</param>
/// <param name="program">The program.</param>
/// <param name="met">Quarters of each need that are met whatever the program chooses.</param>
/// <param name="hint">Quarters of each need that are met in the known choice.</param>
internal sealed class CoverageRows(Model model, BinaryProgram program, Func<int, int> met, Func<int, int> hint)
{
    private readonly Dictionary<int, List<(int Variable, int Quarters)>> _byNeed = [];
    private readonly Dictionary<int, (int Variable, bool Always)> _needs = [];
    private readonly Dictionary<(int Hromada, bool CriticalOnly), (int Variable, bool Always)> _hromadas = [];
    private ILookup<int, int> _needsOf = Array.Empty<int>().ToLookup(_ => 0);

    /// <summary>Tells that a variable meets so many quarters of a need.</summary>
    public void Meets(int variable, int need, int quarters)
    {
        if (!_byNeed.TryGetValue(need, out var terms)) _byNeed.Add(need, terms = []);
        terms.Add((variable, quarters));
    }

    /// <summary>Adds the rows that needs are met by half at least or not at all; call it when everything that meets needs is told.</summary>
    public void RequireHalves()
    {
        foreach (var (need, terms) in _byNeed)
        {
            var missing = Share.Covering - met(need);
            if (terms.All(term => term.Quarters >= missing)) continue;
            var (covered, _) = CoveredNeed(need);
            foreach (var (variable, quarters) in terms.Where(term => term.Quarters < missing))
                program.AddRow(covered < 0 ? [(variable, 1)] : [(variable, 1), (covered, -1)], -1, 0);
        }
    }

    /// <summary>Adds variables for the members of a floor; call it when everything that meets needs is told.</summary>
    /// <returns>The variables that count, and how many members are covered whatever is chosen.</returns>
    public (IReadOnlyList<int> Variables, int Always) Count(bool[] members, bool criticalOnly)
    {
        if (_hromadas.Count == 0) _needsOf = Enumerable.Range(0, model.Needs).ToLookup(need => model.NeedHromada[need]);
        var (variables, always) = (new List<int>(), 0);
        for (var hromada = 0; hromada < model.Hromadas; hromada++)
        {
            if (!members[hromada]) continue;
            var (variable, isAlways) = Covered(hromada, criticalOnly);
            if (isAlways) always++;
            else if (variable >= 0) variables.Add(variable);
        }
        return (variables, always);
    }

    /// <summary>Adds the row of a floor.</summary>
    public void Require(Floor floor)
    {
        var (variables, always) = Count(floor.Members, floor.CriticalOnly);
        if (always < floor.Required)
            program.AddRow(variables.Select(variable => (variable, 1L)), floor.Required - always, variables.Count);
    }

    private (int Variable, bool Always) Covered(int hromada, bool criticalOnly)
    {
        if (_hromadas.TryGetValue((hromada, criticalOnly), out var known)) return known;
        var terms = new List<(int, long)>();
        var (always, isHinted) = (false, false);
        foreach (var need in _needsOf[hromada].Where(need => !criticalOnly || model.Fairness.Critical[need]))
        {
            var (variable, isAlways) = CoveredNeed(need);
            always |= isAlways;
            if (variable < 0) continue;
            terms.Add((variable, -1));
            isHinted |= hint(need) >= Share.Covering;
        }
        var covered = always || terms.Count == 0 ? -1 : program.AddVariable(0, isHinted);
        if (covered >= 0) program.AddRow([(covered, 1), .. terms], -terms.Count, 0);
        _hromadas.Add((hromada, criticalOnly), (covered, always));
        return (covered, always);
    }

    private (int Variable, bool Always) CoveredNeed(int need)
    {
        if (_needs.TryGetValue(need, out var known)) return known;
        var missing = Share.Covering - met(need);
        var terms = _byNeed.GetValueOrDefault(need, []);
        var covered = missing <= 0 || terms.Sum(term => term.Quarters) < missing ? -1 : program.AddVariable(0, hint(need) >= Share.Covering);
        if (covered >= 0)
            program.AddRow([(covered, missing), .. terms.Select(term => (term.Variable, -(long)Math.Min(term.Quarters, missing)))], -4L * terms.Count, 0);
        return _needs[need] = (covered, missing <= 0);
    }
}
