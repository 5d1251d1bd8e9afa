namespace Kommunebro.Matching.Scenarios;

/// <summary>What a version of a scenario says, kept as it was written.</summary>
/// <param name="Rules">Its numbers, none left out.</param>
/// <param name="Pins">Shares that its plans must have.</param>
/// <param name="Bans">Municipalities that it does not propose to each other.</param>
public sealed record ScenarioContent(ScenarioRuleSet Rules, IReadOnlyList<ScenarioPin> Pins, IReadOnlyList<ScenarioBan> Bans);

/// <summary>A share that plans must have.</summary>
/// <param name="SupplierId">Who shall help.</param>
/// <param name="NeedId">What shall be met.</param>
/// <param name="HromadaId">Whose need it is.</param>
/// <param name="Quarters">1 to 4 quarters of the need.</param>
/// <param name="Restricted">Whether the need was restricted when it was pinned: it stays hidden when it is withdrawn.</param>
public sealed record ScenarioPin(Guid SupplierId, Guid NeedId, Guid HromadaId, int Quarters, bool Restricted);

/// <summary>Two municipalities that are not proposed to each other.</summary>
/// <param name="SupplierId">The supplier.</param>
/// <param name="HromadaId">The hromada.</param>
/// <param name="Reason">Why, in a person's words.</param>
public sealed record ScenarioBan(Guid SupplierId, Guid HromadaId, string Reason);

/// <summary>A scenario as a person wrote it, found to be in order.</summary>
/// <param name="Name">3 to 100 characters.</param>
/// <param name="Description">At most 2000 characters.</param>
/// <param name="Content">Its numbers, pins and bans.</param>
internal sealed record ScenarioDraft(string Name, string? Description, ScenarioContent Content);
