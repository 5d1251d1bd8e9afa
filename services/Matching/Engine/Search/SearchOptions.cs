namespace Kommunebro.Matching.Engine;

/// <summary>How a search is done.</summary>
/// <param name="Budget">How much of it.</param>
/// <param name="Seed">Where its random choices start; the same seed gives the same plan.</param>
/// <param name="Threads">How many threads; their number changes nothing but the time.</param>
/// <param name="Stop">Ends it early; the best plan so far is the result.</param>
public sealed record SearchOptions(WorkBudget Budget, ulong Seed = 1, int Threads = 1, CancellationToken Stop = default);
