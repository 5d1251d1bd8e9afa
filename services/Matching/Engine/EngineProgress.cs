namespace Kommunebro.Matching.Engine;

/// <summary>The steps of a run that take time.</summary>
public enum EngineStep
{
    /// <summary>Eligible pairs are found and scored.</summary>
    Candidates,

    /// <summary>A goal is reached as far as the budget allows.</summary>
    Master,

    /// <summary>The plan stands, with its reasons.</summary>
    Plan,
}

/// <summary>How far a run is.</summary>
/// <param name="Step">What was just done.</param>
/// <param name="Pairs">Eligible pairs.</param>
/// <param name="Stage">The goal that was just worked on: reached, bound, gap and work; null before the first.</param>
public sealed record EngineProgress(EngineStep Step, int Pairs, StageResult? Stage);
