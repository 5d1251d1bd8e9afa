namespace Kommunebro.Matching.Scenarios;

/// <summary>One version of a scenario; never changed, so that a run can be repeated by it.</summary>
public sealed class ScenarioEdition
{
    private ScenarioEdition()
    {
    }

    internal ScenarioEdition(
        Guid scenarioId, long version, string name, string? description, ScenarioContent content, DateTimeOffset at, string by)
    {
        (ScenarioId, Version, Name, Description) = (scenarioId, version, name, description);
        (Content, At, By) = (content, at, by);
    }

    public Guid ScenarioId { get; private set; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public ScenarioContent Content { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }

    /// <summary>Who made it, as in the audit.</summary>
    public string By { get; private set; } = "";
}
