using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Scenarios;

/// <summary>What a version of a scenario says, kept as it was written.</summary>
/// <param name="Rules">Its numbers, none left out.</param>
/// <param name="Pins">Shares that its plans must have.</param>
/// <param name="Bans">Municipalities that it does not propose to each other.</param>
public sealed record ScenarioContent(ScenarioRuleSet Rules, IReadOnlyList<ScenarioPin> Pins, IReadOnlyList<ScenarioBan> Bans);

/// <summary>A scenario as a person wrote it, found to be in order.</summary>
/// <param name="Name">3 to 100 characters.</param>
/// <param name="Description">At most 2000 characters.</param>
/// <param name="Content">Its numbers, pins and bans.</param>
internal sealed record ScenarioDraft(string Name, string? Description, ScenarioContent Content);
