using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>A scenario that people keep. Each change makes a new version, and every version is kept.</summary>
public sealed class SavedScenario
{
    private SavedScenario()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public ScenarioContent Content { get; private set; } = null!;

    /// <summary>Who made the version, as in the audit.</summary>
    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was taken out of use.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Who made the first version.</summary>
    public string CreatedBy { get; private set; } = "";

    /// <summary>Chosen by who made it, so that a second click makes no second one.</summary>
    public string? RequestId { get; private set; }

    /// <summary>The version as it is kept.</summary>
    public ScenarioEdition Edition => new(Id, Version, Name, Description, Content, ChangedAt, ChangedBy);

    /// <summary>The first version.</summary>
    internal static SavedScenario Create(ScenarioDraft draft, DateTimeOffset now, string by, string? requestId)
    {
        var scenario = new SavedScenario { Id = Guid.CreateVersion7(now), CreatedBy = by, RequestId = requestId };
        scenario.Write(draft, now, by);
        return scenario;
    }

    /// <summary>The next version.</summary>
    /// <exception cref="Refusal">Conflict scenario_archived.</exception>
    internal void Revise(ScenarioDraft draft, DateTimeOffset now, string by)
    {
        RequireInUse();
        Write(draft, now, by);
    }

    /// <summary>Takes it out of use; runs can still be repeated by its versions.</summary>
    /// <exception cref="Refusal">Conflict scenario_archived.</exception>
    public void Archive(DateTimeOffset now, string by)
    {
        RequireInUse();
        ArchivedAt = StoredTime.Of(now);
        Change(now, by);
    }

    /// <summary>Makes sure that it is in use.</summary>
    /// <exception cref="Refusal">Conflict scenario_archived.</exception>
    public void RequireInUse()
    {
        if (ArchivedAt is not null)
            throw new Refusal(RefusalKind.Conflict, "scenario_archived", "The scenario is archived. Make a new one of it.");
    }

    private void Write(ScenarioDraft draft, DateTimeOffset now, string by)
    {
        (Name, Description, Content) = (draft.Name, draft.Description, draft.Content);
        Change(now, by);
    }

    private void Change(DateTimeOffset now, string by)
    {
        Version++;
        (ChangedAt, ChangedBy) = (StoredTime.Of(now), by);
    }
}
