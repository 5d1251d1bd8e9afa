using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Tells scenarios to a reader: names of today, and no pins of needs that must not be told.</summary>
internal sealed class ScenarioTeller(MatchingDb db, ScenarioChoice choice, Caller caller)
{
    /// <summary>A scenario as it stands.</summary>
    /// <exception cref="Refusal">404 unknown_scenario.</exception>
    public async Task<ScenarioView> TellAsync(Guid id, string language, CancellationToken cancellationToken) => (await TellAsync(
        [await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw ScenarioChange.Unknown()],
        language,
        cancellationToken)).Single();

    /// <summary>One of its versions.</summary>
    /// <exception cref="Refusal">404 unknown_scenario.</exception>
    public async Task<ScenarioView> TellAsync(Guid id, long version, string language, CancellationToken cancellationToken)
    {
        var current = await TellAsync(id, language, cancellationToken);
        var edition = await db.ScenarioEditions.AsNoTracking()
            .SingleOrDefaultAsync(known => known.ScenarioId == id && known.Version == version, cancellationToken) ?? throw ScenarioChange.Unknown();
        var pairs = await ScenarioPairs.LoadAsync(db, caller, [edition.Content], language, cancellationToken);
        return current with
        {
            Version = edition.Version,
            Reference = ScenarioChoice.Reference(id, version),
            Name = edition.Name,
            Description = edition.Description,
            ChangedAt = edition.At,
            ChangedBy = edition.By,
            Rules = edition.Content.Rules,
            Pins = pairs.Pins(edition.Content),
            Bans = pairs.Bans(edition.Content),
            Masked = pairs.Masked(edition.Content),
        };
    }

    /// <summary>These, in their order.</summary>
    public async Task<IReadOnlyList<ScenarioView>> TellAsync(
        IReadOnlyList<SavedScenario> scenarios, string language, CancellationToken cancellationToken)
    {
        var force = await choice.InForceAsync(cancellationToken);
        var pairs = await ScenarioPairs.LoadAsync(db, caller, scenarios.Select(scenario => scenario.Content), language, cancellationToken);
        return
        [
            .. scenarios.Select(scenario => new ScenarioView(
                scenario.Id, scenario.Version, ScenarioChoice.Reference(scenario.Id, scenario.Version), scenario.Name, scenario.Description,
                force?.Id == scenario.Id, scenario.ArchivedAt, scenario.ChangedAt, scenario.ChangedBy, scenario.Content.Rules,
                pairs.Pins(scenario.Content), pairs.Bans(scenario.Content), pairs.Masked(scenario.Content))),
        ];
    }

    /// <summary>The built-in one.</summary>
    public async Task<ScenarioView> TellDefaultAsync(CancellationToken cancellationToken) => new(
        null, 0, DefaultScenario.Scenario.Version, "Built-in scenario", null, await choice.InForceAsync(cancellationToken) is null, null, null, null,
        ScenarioRuleSet.Default, [], [], 0);
}
