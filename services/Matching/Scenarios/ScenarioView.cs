using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Scenarios;

/// <summary>A version of a scenario as the API shows it.</summary>
/// <param name="Id">The scenario; null for the built-in one.</param>
/// <param name="Version">Rises with each change; 0 for the built-in one.</param>
/// <param name="Reference">As runs and plans name this version: id@version.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="InForce">Whether runs that name no scenario are made by it.</param>
/// <param name="ArchivedAt">When it was taken out of use (UTC).</param>
/// <param name="ChangedAt">When this version was made (UTC).</param>
/// <param name="ChangedBy">Who made it, as in the audit.</param>
/// <param name="Rules">Its numbers, none left out.</param>
/// <param name="Pins">Shares that its plans must have.</param>
/// <param name="Bans">Municipalities that it does not propose to each other.</param>
/// <param name="Masked">How many pins are left out, because this reader may not see restricted needs.</param>
public sealed record ScenarioView(
    Guid? Id,
    long Version,
    string Reference,
    string Name,
    string? Description,
    bool InForce,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset? ChangedAt,
    string? ChangedBy,
    ScenarioRuleSet Rules,
    IReadOnlyList<PinView> Pins,
    IReadOnlyList<BanView> Bans,
    int Masked);

/// <summary>A share that plans must have.</summary>
public sealed record PinView(NamedCode Supplier, Guid NeedId, NamedCode Hromada, int Quarters);

/// <summary>Two municipalities that are not proposed to each other, and why.</summary>
public sealed record BanView(NamedCode Supplier, NamedCode Hromada, string Reason);
