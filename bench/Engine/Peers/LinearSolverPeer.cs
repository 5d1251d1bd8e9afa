using Google.OrTools.LinearSolver;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>SCIP or HiGHS on the whole instance, through the linear solver interface of OR-Tools.</summary>
internal static class LinearSolverPeer
{
    public static PeerAnswer Solve(string name, Model instance, double seconds, int threads)
    {
        var compact = new CompactProgram(instance);
        using var solver = Solver.CreateSolver(name) ?? throw new InvalidOperationException($"OR-Tools has no {name} here.");
        Variable[] variables = [.. compact.Program.Gains.Select(_ => solver.MakeBoolVar(""))];
        foreach (var row in compact.Program.Rows)
        {
            var constraint = solver.MakeConstraint(double.NegativeInfinity, row.Most, "");
            foreach (var (variable, coefficient) in row.Terms) constraint.SetCoefficient(variables[variable], coefficient);
        }
        var objective = solver.Objective();
        for (var variable = 0; variable < variables.Length; variable++) objective.SetCoefficient(variables[variable], compact.Program.Gains[variable]);
        objective.SetMaximization();
        solver.SetTimeLimit((long)(seconds * 1000));
        // One that cannot share its work says no, and works alone.
        _ = solver.SetNumThreads(threads);
        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE)) return new PeerAnswer(null, null);
        var bound = instance.BaseValue + objective.BestBound();
        return new PeerAnswer(
            compact.Shares(variable => variables[variable].SolutionValue() > 0.5),
            double.IsFinite(bound) && Math.Abs(bound) < 1e15 ? bound : null);
    }
}
