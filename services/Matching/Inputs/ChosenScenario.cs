using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run or a shortlist is made by.</summary>
/// <param name="Rules">The engine's scenario, whose version names this one.</param>
/// <param name="Pins">Shares that plans must have.</param>
/// <param name="Bans">Municipalities that are not proposed to each other.</param>
public sealed record ChosenScenario(Scenario Rules, IReadOnlyList<ScenarioPin> Pins, IReadOnlyList<ScenarioBan> Bans)
{
    /// <summary>The built-in one.</summary>
    public static ChosenScenario Default { get; } = new(DefaultScenario.Scenario, [], []);
}

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
