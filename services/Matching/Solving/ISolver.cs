using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Solving;

/// <summary>Searches the plan of a model: the seam to the process in which the outside solver runs.</summary>
public interface ISolver
{
    /// <summary>Searches.</summary>
    /// <param name="model">What can be chosen.</param>
    /// <param name="request">How to search.</param>
    /// <param name="progress">Told when something better is known; may be null.</param>
    /// <param name="stop">Ends the search early; the best plan so far is the result.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    /// <exception cref="SolverCrashedException">The search ended without a result, and not because it was asked to.</exception>
    Task<Outcome> SolveAsync(
        Model model, SolveRequest request, IProgress<SearchProgress>? progress, CancellationToken stop, CancellationToken cancellationToken);
}

/// <summary>How a plan is searched.</summary>
/// <param name="Units">Units of work.</param>
/// <param name="Seed">Where random choices start.</param>
/// <param name="IsFair">Whether the fairness stages come before value.</param>
public sealed record SolveRequest(double Units, ulong Seed = 1, bool IsFair = true);

/// <summary>The process of a search ended without a result.</summary>
public sealed class SolverCrashedException(string message) : Exception(message);
