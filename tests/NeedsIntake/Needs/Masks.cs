using System.Text.Json.Nodes;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>The fields that a view says are masked.</summary>
internal static class Masks
{
    /// <summary>What is said between AUC and a hromada about its need, and no other partner is told; in order.</summary>
    public static readonly IReadOnlyList<string> BetweenAucAndHromada =
    [
        .. ("question rejectionReason rejectionText withdrawalReason onOccupiedTerritory wishes vetoes source verificationMethod evidence "
            + "hasReviewer duplicateOf lastHeardAt pausedUntil pauseReason warnings textsUndecided exemptionGround missing statedSensitivity")
            .Split(' ').Order(StringComparer.Ordinal),
    ];

    /// <summary>Of a view; in order.</summary>
    public static IEnumerable<string> Of(JsonObject view) => view["masked"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal);
}
