using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>What must hold of a person's decision to open an occupied hromada.</summary>
internal static class OpeningRules
{
    /// <summary>On which grounds <paramref name="caller"/> may open <paramref name="hromada"/>; none where it is not occupied.</summary>
    public static IReadOnlyList<OpeningGround> Openings(this Caller caller, Hromada hromada) => TerritoryOpening.IsOccupied(hromada)
        ? [.. Enum.GetValues<OpeningGround>().Where(ground => new TerritoryOpening(ground, SideOf(caller)).Covers(hromada))]
        : [];

    /// <summary>The decision that <paramref name="ground"/> says, null without one; notes unknown_value.</summary>
    public static TerritoryOpening? Opening(this Rules rules, string? ground, Caller caller) =>
        rules.Choice<OpeningGround>(ground, "opening") is { } given
            ? new TerritoryOpening(given, SideOf(caller))
            : null;

    /// <summary>Passes when <paramref name="opening"/> can be decided for <paramref name="hromada"/>.</summary>
    /// <exception cref="Refusal">400 not_occupied, no_free_part; 403 opened_by_auc_alone.</exception>
    public static void Require(TerritoryOpening opening, Hromada hromada)
    {
        if (!TerritoryOpening.IsOccupied(hromada))
            throw new Refusal(RefusalKind.Invalid, "not_occupied", "The hromada is not listed as occupied; there is nothing to open.", "opening");
        if (opening.Covers(hromada))
            return;
        throw opening.Ground == OpeningGround.FreePart
            ? new Refusal(RefusalKind.Invalid, "no_free_part", "All of the hromada is occupied. Say relocated_administration or displaced_residents.", "opening")
            : new Refusal(RefusalKind.Forbidden, "opened_by_auc_alone", "All of the hromada is occupied; only AUC can open for a partner.", "opening");
    }

    private static ApprovalKey SideOf(Caller caller) => caller.IsAuc() ? ApprovalKey.Auc : ApprovalKey.Ks;
}
