using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Inputs;

/// <summary>What runs proposed and nobody released or took back yet.</summary>
internal interface IPlanInForce
{
    /// <summary>Its shares, by supplier and need.</summary>
    Task<IReadOnlyList<ProposedShare>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A share of the plan in force.</summary>
/// <param name="SupplierId">Who would help.</param>
/// <param name="NeedId">What would be met.</param>
/// <param name="Quarters">1 to 4 quarters of the need.</param>
/// <param name="PersonDays">What it was said to take.</param>
public sealed record ProposedShare(Guid SupplierId, Guid NeedId, int Quarters, int PersonDays)
{
    /// <summary>The share as the engine knows it.</summary>
    public PlannedShare Share => new(SupplierId, NeedId, Quarters);
}
