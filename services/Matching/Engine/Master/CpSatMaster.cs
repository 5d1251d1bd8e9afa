using System.Globalization;
using Google.OrTools.Sat;

namespace Kommunebro.Matching.Engine;

/// <summary>The outside solver: CP-SAT of OR-Tools.</summary>
public sealed class CpSatMaster : IMaster
{
    // A malformed parameter aborts the whole process, so this text is a constant that tests run. One worker and deterministic time make
    // a search repeat bit for bit; several workers or a wall clock would not. Level 2 puts every row into the linear relaxation.
    private const string Parameters =
        "num_workers:1 random_seed:1 linearization_level:2 max_deterministic_time:";

    private const double LeastWork = 0.001;

    /// <inheritdoc/>
    public BinarySolution Solve(BinaryProgram program, double work, CancellationToken stop)
    {
        var (model, variables) = Model(program);
        using var solver = new CpSolver();
        solver.StringParameters = Parameters + Math.Max(LeastWork, work).ToString("0.000", CultureInfo.InvariantCulture);
        CpSolverStatus status;
        using (stop.Register(solver.StopSearch))
        {
            // Stopping a search that has not begun does nothing.
            if (stop.IsCancellationRequested) return Unsolved(program, 0);
            using var enough = program.Enough is { } gain ? new Enough(gain) : null;
            status = solver.Solve(model, enough);
        }
        return status switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => Solved(program, solver, status, variables),
            CpSolverStatus.Unknown => Unsolved(program, WorkOf(solver)),
            _ => throw new InvalidOperationException($"CP-SAT says {status} of a program with a known choice. {model.Validate().Split('\n')[0]}"),
        };
    }

    private static (CpModel Model, BoolVar[] Variables) Model(BinaryProgram program)
    {
        var model = new CpModel();
        BoolVar[] variables = [.. program.Gains.Select((_, variable) => model.NewBoolVar($"x{variable}"))];
        foreach (var row in program.Rows) AddRow(model, variables, row);
        for (var variable = 0; variable < variables.Length; variable++) model.AddHint(variables[variable], program.Hints[variable]);
        model.Maximize(LinearExpr.WeightedSum(variables, program.Gains));
        return (model, variables);
    }

    private static void AddRow(CpModel model, BoolVar[] variables, BinaryRow row)
    {
        if (row is { Most: 1, Least: <= 0 } && row.Terms.All(term => term.Coefficient == 1))
        {
            if (row.Terms.Count > 1) model.AddAtMostOne(row.Terms.Select(term => variables[term.Variable]));
            return;
        }
        var sum = LinearExpr.WeightedSum(row.Terms.Select(term => variables[term.Variable]), row.Terms.Select(term => term.Coefficient));
        model.AddLinearConstraint(sum, row.Least, row.Most);
    }

    private static BinarySolution Solved(BinaryProgram program, CpSolver solver, CpSolverStatus status, BoolVar[] variables)
    {
        bool[] chosen = [.. variables.Select(variable => solver.BooleanValue(variable))];
        // Counted anew in whole numbers instead of read from the solver; its bound is rounded outwards.
        var gain = BinaryProgram.Gain(program.Gains, chosen);
        var bound = status is CpSolverStatus.Optimal ? gain : Math.Max(gain, Outwards(solver.BestObjectiveBound));
        return new BinarySolution(chosen, gain, bound, WorkOf(solver));
    }

    private static BinarySolution Unsolved(BinaryProgram program, double work) => new(
        program.Hints,
        BinaryProgram.Gain(program.Gains, program.Hints),
        program.Gains.Where(gain => gain > 0).Sum(),
        work);

    private sealed class Enough(long gain) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback()
        {
            if (ObjectiveValue() >= gain) StopSearch();
        }
    }

    private static long Outwards(double bound) => bound < 1L << 62 ? (long)Math.Ceiling(bound - 1e-6) : long.MaxValue;

    // CP-SAT adds its work up in an order that varies, so that the last bits differ between two equal searches: whole millionths do not.
    private static double WorkOf(CpSolver solver) => Math.Round(solver.Response?.DeterministicTime ?? 0, digits: 6);
}
