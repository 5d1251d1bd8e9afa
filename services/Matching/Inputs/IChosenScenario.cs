namespace Kommunebro.Matching.Inputs;

/// <summary>Reads the scenario that a problem is made by, wherever scenarios are kept.</summary>
public interface IChosenScenario
{
    /// <summary>What a scenario says.</summary>
    /// <param name="reference">As a run names it; null for the one in force.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<ChosenScenario> ReadAsync(string? reference, CancellationToken cancellationToken);
}
