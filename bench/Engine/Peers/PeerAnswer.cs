using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>What a peer found.</summary>
/// <param name="Shares">Its plan; null when it found none.</param>
/// <param name="Bound">What it proves that no plan exceeds; null when it proves nothing.</param>
internal sealed record PeerAnswer(IReadOnlyList<Share>? Shares, double? Bound);

/// <summary>Who is measured beside the engine.</summary>
internal static class PeerSolver
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["greedy", "cp-sat", "scip", "highs"];

    /// <summary>Lets one solve an instance within so many seconds.</summary>
    public static PeerAnswer Solve(string name, Model model, double seconds, int threads) => name switch
    {
        "greedy" => new PeerAnswer(Greedy.Plan(model), null),
        "cp-sat" => CpSatPeer.Solve(model, seconds, threads),
        "scip" => LinearSolverPeer.Solve("SCIP", model, seconds, threads),
        "highs" => LinearSolverPeer.Solve("HIGHS", model, seconds, threads),
        _ => throw new UsageException($"There is no peer '{name}'."),
    };
}
