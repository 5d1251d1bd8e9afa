namespace Kommunebro.Matching.Scenarios;

/// <summary>Which scenario holds for runs that name none. There is one row or none; without it the built-in one holds.</summary>
public sealed class ScenarioInForce
{
    /// <summary>The key of the only row.</summary>
    public const int Only = 1;

    public int Id { get; private set; } = Only;

    public Guid ScenarioId { get; set; }
}
