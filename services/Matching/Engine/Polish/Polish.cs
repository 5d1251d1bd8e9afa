namespace Kommunebro.Matching.Engine;

/// <summary>Betters a plan piece by piece: some suppliers share out anew, exactly, what they hold and what nobody holds.</summary>
internal sealed class Polish(Model model, IReadOnlyList<Floor> floors, IMaster master, SearchOptions options)
{
    /// <summary>Pieces that are solved at a time, whatever the number of threads.</summary>
    private const int Pieces = 8;

    private readonly Crew<IMaster> _crew = new(() => master, options.Threads);

    /// <summary>One round.</summary>
    /// <returns>How many pieces became better; and whether most were solved to the end.</returns>
    public (int Better, bool IsEasy) Round(Assignment plan, Neighbourhoods around, int size, double work, SearchRandom random, Meter meter)
    {
        var sets = around.Choose(plan, Pieces, size, random);
        var programs = new ChoiceProgram[sets.Count];
        var solutions = new BinarySolution[sets.Count];
        _crew.Each(sets.Count, (solver, index) =>
        {
            var program = new ChoiceProgram(plan, sets[index], pair => around.IsPromising[pair] && IsFree(plan, sets[index], pair));
            foreach (var floor in floors) program.Coverage.Require(floor);
            (programs[index], solutions[index]) = (program, solver.Solve(program.Program, work, options.Stop));
        });
        var better = 0;
        for (var index = 0; index < sets.Count; index++)
        {
            meter.AddSolver(solutions[index].Work);
            if (Adopt(plan, sets[index], [.. programs[index].Chosen(solutions[index].Chosen)])) better++;
        }
        return (better, 2 * solutions.Count(solution => solution.IsProven) >= sets.Count);
    }

    private bool IsFree(Assignment plan, IReadOnlyList<int> set, int pair)
    {
        foreach (var held in plan.Holders(model.PairNeed[pair]))
            if (set.Contains(model.SupplierOf(held.Pair))) return true;
        return plan.FreeQuarters(model.PairNeed[pair]) >= model.LeastQuarters(pair);
    }

    /// <summary>Takes the new shares over, as far as earlier pieces of the round left room, when the plan becomes better.</summary>
    private bool Adopt(Assignment plan, IReadOnlyList<int> set, IReadOnlyList<Share> chosen)
    {
        var before = plan.Worth;
        Share[] old = [.. set.SelectMany(plan.Of)];
        foreach (var share in old) plan.Remove(share);
        var added = new List<Share>();
        foreach (var share in chosen)
        {
            var need = model.PairNeed[share.Pair];
            if (plan.FreeQuarters(need) < share.Quarters || plan.Holders(need).Length >= model.NeedSuppliers[need]
                || !plan.CanOpen(model.PairLink[share.Pair])) continue;
            plan.Add(share);
            added.Add(share);
        }
        if (plan.Worth.CompareTo(before) > 0) return true;
        foreach (var share in added) plan.Remove(share);
        foreach (var share in old) plan.Add(share);
        return false;
    }
}
