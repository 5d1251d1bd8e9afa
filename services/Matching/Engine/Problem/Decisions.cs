namespace Kommunebro.Matching.Engine;

/// <summary>What people decided already; it stands before every goal.</summary>
/// <param name="Standing">Parts of needs that are met, or that somebody is asked to meet.</param>
/// <param name="Pins">Shares that the plan must have.</param>
/// <param name="InForce">The shares of the plan in force; dropping a pair of it costs <see cref="Scenario.ChangeValue"/>.</param>
public sealed record Decisions(
    IReadOnlyList<StandingShare> Standing, IReadOnlyList<Pin> Pins, IReadOnlyList<PlannedShare> InForce)
{
    /// <summary>Nothing is decided.</summary>
    public static Decisions None { get; } = new([], [], []);

    /// <summary>How many quarters of a need nobody meets or is asked to meet.</summary>
    public int QuartersLeft(Guid needId) =>
        Share.Whole - Standing.Where(share => share.NeedId == needId).Sum(share => share.Quarters);
}

/// <summary>A part of a need that is met, or that somebody is asked to meet. The capacity that it takes, and the overhead of its partnership, are off the supplier's already.</summary>
/// <param name="SupplierId">Who meets it.</param>
/// <param name="HromadaId">Whose need it is.</param>
/// <param name="NeedId">The need, which need not be among those of the problem; null for a partnership that serves none of the register.</param>
/// <param name="Quarters">1 to 4 quarters of it; 0 without a need.</param>
/// <param name="IsCritical">Whether the need is critical.</param>
/// <param name="IsOver">Whether that part is met and the partnership over, so that it counts for the need alone.</param>
public sealed record StandingShare(Guid SupplierId, Guid HromadaId, Guid? NeedId, int Quarters, bool IsCritical, bool IsOver = false);

/// <summary>A share that the plan must have, because a coordinator said so.</summary>
/// <param name="SupplierId">Who shall help.</param>
/// <param name="NeedId">What shall be met.</param>
/// <param name="Quarters">1 to 4 quarters; 4 for a need that is not shared.</param>
public sealed record Pin(Guid SupplierId, Guid NeedId, int Quarters);
