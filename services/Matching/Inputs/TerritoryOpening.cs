using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Inputs;

/// <summary>For whom a proposal to an occupied hromada is meant.</summary>
public enum OpeningGround
{
    /// <summary>The hromada's own administration, which works from elsewhere.</summary>
    RelocatedAdministration,

    /// <summary>Its residents who had to leave.</summary>
    DisplacedResidents,

    /// <summary>The part of it that is not occupied.</summary>
    FreePart,
}

/// <summary>
/// A person's decision that a hromada can be given a partner although it is occupied, wholly or in part. The machine proposes none.
/// </summary>
/// <param name="Ground">For whom it is meant.</param>
/// <param name="By">The side of the person who decided.</param>
public sealed record TerritoryOpening(OpeningGround Ground, ApprovalKey By)
{
    /// <summary>Whether it holds for <paramref name="hromada"/> as it stands now: one that is wholly occupied AUC alone opens, and it has no free part.</summary>
    public bool Covers(Hromada hromada) =>
        hromada.TerritoryCoverage == TerritoryCoverage.Partial || (By == ApprovalKey.Auc && Ground != OpeningGround.FreePart);

    /// <summary>
    /// <paramref name="problem"/> with the hromada open: the hard rules then ask of it what they ask where there is fighting, which is
    /// help from afar, or equipment for an acute need. One that it does not hold for, or that is not occupied, stays as it is.
    /// </summary>
    public Problem Open(Problem problem, Guid hromadaId) => new(
        problem.Today,
        problem.Scenario,
        problem.Areas.Values,
        problem.Suppliers,
        problem.Hromadas.Select(hromada => hromada.Id == hromadaId && IsOccupied(hromada) && Covers(hromada)
            ? hromada with { TerritoryStatus = TerritoryStatus.ActiveHostilities }
            : hromada),
        problem.Needs,
        problem.Exclusions.Values,
        problem.Decisions);

    /// <summary>Whether <paramref name="hromada"/> is occupied, wholly or in part.</summary>
    public static bool IsOccupied(Hromada hromada) => hromada.TerritoryStatus == TerritoryStatus.Occupied;
}
