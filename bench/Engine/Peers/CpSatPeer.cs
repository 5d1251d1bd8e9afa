using System.Globalization;
using Google.OrTools.Sat;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>CP-SAT on the whole instance, with as many workers as it is given.</summary>
internal static class CpSatPeer
{
    public static PeerAnswer Solve(Model instance, double seconds, int threads)
    {
        var compact = new CompactProgram(instance);
        var model = new CpModel();
        BoolVar[] variables = [.. compact.Program.Gains.Select(_ => model.NewBoolVar(""))];
        foreach (var row in compact.Program.Rows) Add(model, variables, row);
        model.Maximize(LinearExpr.WeightedSum(variables, compact.Program.Gains));
        using var solver = new CpSolver();
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:{threads} max_time_in_seconds:{seconds:0.000}");
        var status = solver.Solve(model);
        var bound = instance.BaseValue + solver.BestObjectiveBound;
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? new PeerAnswer(compact.Shares(variable => solver.BooleanValue(variables[variable])), bound)
            : new PeerAnswer(null, status is CpSolverStatus.Unknown && bound > instance.BaseValue ? bound : null);
    }

    private static void Add(CpModel model, BoolVar[] variables, BinaryRow row)
    {
        if (row is { Most: 0, Terms: [(var pair, 1), (var link, -1)] }) model.AddImplication(variables[pair], variables[link]);
        else if (row.Most == 1 && row.Terms.All(term => term.Coefficient == 1)) model.AddAtMostOne(row.Terms.Select(term => variables[term.Variable]));
        else
            model.Add(LinearExpr.WeightedSum(
                row.Terms.Select(term => variables[term.Variable]), row.Terms.Select(term => term.Coefficient)) <= row.Most);
    }
}
