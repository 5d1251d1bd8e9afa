using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Step">What the search does.</param>
/// <param name="Pairs">Eligible pairs.</param>
/// <param name="Stage">The goal that is worked on; null before the first.</param>
/// <param name="Level">The level of the goal; 0 where it has none.</param>
/// <param name="Reached">What the best plan so far reaches in it.</param>
/// <param name="Bound">What no plan can exceed in it; null before that is known.</param>
/// <param name="Spent">How much of the budget is spent, 0 to 1.</param>
public sealed record RunProgress(
    SearchStep Step, int Pairs, ObjectiveStage? Stage, int Level, long? Reached, long? Bound, double Spent);
