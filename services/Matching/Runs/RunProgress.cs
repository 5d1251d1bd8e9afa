using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Step">What was just done.</param>
/// <param name="Pairs">Eligible pairs.</param>
/// <param name="Stage">The goal that was just worked on; null before the first.</param>
/// <param name="Reached">What the plan reaches in it.</param>
/// <param name="Bound">What no plan can exceed in it.</param>
public sealed record RunProgress(EngineStep Step, int Pairs, ObjectiveStage? Stage, long? Reached, long? Bound);
