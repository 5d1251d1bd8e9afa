using System.Globalization;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Finds the scenario that somebody names: an id, id@version, default for the built-in one, or nothing for the one in force.</summary>
internal sealed class ScenarioChoice(MatchingDb db) : IChosenScenario
{
    /// <summary>What the built-in scenario is asked for by.</summary>
    public const string Default = "default";

    /// <summary>As runs and plans name a version.</summary>
    public static string Reference(Guid id, long version) => string.Create(CultureInfo.InvariantCulture, $"{id}@{version}");

    /// <summary>The version that <paramref name="asked"/> means now, as a run keeps it.</summary>
    /// <exception cref="Refusal">400 unknown_scenario, also for one that is archived, unless its version is named.</exception>
    public async Task<string> ResolveAsync(string? asked, CancellationToken cancellationToken)
    {
        if (asked == Default || asked == DefaultScenarioVersion)
            return DefaultScenarioVersion;
        if (string.IsNullOrWhiteSpace(asked))
            return await InForceAsync(cancellationToken) is { } force ? Reference(force.Id, force.Version) : DefaultScenarioVersion;
        var (id, version) = Parse(asked) ?? throw Unknown();
        if (version is not null)
            return await db.ScenarioEditions.AnyAsync(edition => edition.ScenarioId == id && edition.Version == version, cancellationToken)
                ? Reference(id, version.Value)
                : throw Unknown();
        var current = await db.Scenarios.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == id && known.ArchivedAt == null, cancellationToken) ?? throw Unknown();
        return Reference(current.Id, current.Version);
    }

    /// <inheritdoc/>
    public async Task<ChosenScenario> ReadAsync(string? reference, CancellationToken cancellationToken)
    {
        var (id, version) = Parse(reference ?? await ResolveAsync(null, cancellationToken)) ?? default;
        if (version is null)
            return ChosenScenario.Default;
        var content = (await db.ScenarioEditions.AsNoTracking()
            .SingleAsync(edition => edition.ScenarioId == id && edition.Version == version, cancellationToken)).Content;
        return new ChosenScenario(content.Rules.ToEngine(Reference(id, version.Value)), content.Pins, content.Bans);
    }

    /// <summary>The saved scenario in force; null for the built-in one.</summary>
    public Task<SavedScenario?> InForceAsync(CancellationToken cancellationToken) => db.Scenarios.AsNoTracking()
        .SingleOrDefaultAsync(known => db.ScenariosInForce.Any(force => force.ScenarioId == known.Id), cancellationToken);

    private static string DefaultScenarioVersion => DefaultScenario.Scenario.Version;

    private static (Guid Id, long? Version)? Parse(string text)
    {
        var parts = text.Split('@');
        if (parts.Length > 2 || !Guid.TryParse(parts[0], CultureInfo.InvariantCulture, out var id))
            return null;
        if (parts.Length == 1)
            return (id, null);
        return long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id, version) : null;
    }

    private static Refusal Unknown() => new(
        RefusalKind.Invalid, "unknown_scenario", "Name the id of a scenario that is in use, or id@version of any.", "scenario");
}
