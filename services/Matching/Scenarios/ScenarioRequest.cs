namespace Kommunebro.Matching.Scenarios;

/// <summary>A scenario as a person writes it; a change says the whole again.</summary>
/// <param name="Name">3 to 100 characters.</param>
/// <param name="Description">At most 2000 characters.</param>
/// <param name="Rules">Its numbers; what is left out is as in the built-in scenario.</param>
/// <param name="Pins">At most 200 shares that its plans must have.</param>
/// <param name="Bans">At most 500 pairs of municipalities that it does not propose to each other.</param>
public sealed record ScenarioRequest(
    string? Name = null,
    string? Description = null,
    ScenarioRuleSet? Rules = null,
    IReadOnlyList<PinRequest>? Pins = null,
    IReadOnlyList<BanRequest>? Bans = null);

/// <summary>A share that plans must have.</summary>
/// <param name="Supplier">Official code or id of who shall help.</param>
/// <param name="NeedId">The verified need.</param>
/// <param name="Quarters">1 to 4 quarters of it; all four when not given. A need that is too small to be shared takes all four.</param>
public sealed record PinRequest(string? Supplier = null, string? NeedId = null, int? Quarters = null);

/// <summary>Two municipalities that are not proposed to each other.</summary>
/// <param name="Supplier">Official code or id.</param>
/// <param name="Hromada">KATOTTG code or id.</param>
/// <param name="Reason">Why, 3 to 500 characters.</param>
public sealed record BanRequest(string? Supplier = null, string? Hromada = null, string? Reason = null);
