using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Which stages can be reached from which; all others are refused by name.</summary>
public static class PartnershipLifeCycle
{
    private static readonly Dictionary<PartnershipStage, IReadOnlyList<PartnershipStage>> Legal = new()
    {
        [PartnershipStage.FirstTalk] =
            [PartnershipStage.Exploring, PartnershipStage.LetterOfIntent, PartnershipStage.AcuteHelp, PartnershipStage.Cancelled],
        [PartnershipStage.Exploring] = [PartnershipStage.LetterOfIntent, PartnershipStage.AcuteHelp, PartnershipStage.Cancelled],
        [PartnershipStage.LetterOfIntent] =
            [PartnershipStage.AcuteHelp, PartnershipStage.Active, PartnershipStage.Closed, PartnershipStage.Cancelled],
        // A link made for an acute need can grow into a long partnership.
        [PartnershipStage.AcuteHelp] =
            [PartnershipStage.LetterOfIntent, PartnershipStage.Active, PartnershipStage.Closed, PartnershipStage.Cancelled],
        [PartnershipStage.Active] = [PartnershipStage.Closed, PartnershipStage.Cancelled],
        [PartnershipStage.Closed] = [],
        [PartnershipStage.Cancelled] = [],
    };

    /// <summary>The stages in which one that was made without the platform can be registered.</summary>
    public static IReadOnlyList<PartnershipStage> Registrable { get; } =
        [PartnershipStage.Exploring, PartnershipStage.LetterOfIntent, PartnershipStage.AcuteHelp, PartnershipStage.Active];

    /// <summary>The stages that can be reached from <paramref name="stage"/>.</summary>
    public static IReadOnlyList<PartnershipStage> Next(PartnershipStage stage) => Legal[stage];

    /// <summary>Whether the partnership has come to its end.</summary>
    public static bool IsEnd(PartnershipStage stage) => Legal[stage].Count == 0;

    /// <summary>What the stage means for the supplier's capacity and the needs; null sets both free.</summary>
    public static HoldKind? HoldOf(PartnershipStage stage) => stage switch
    {
        PartnershipStage.FirstTalk or PartnershipStage.Exploring => HoldKind.Reserved,
        PartnershipStage.LetterOfIntent or PartnershipStage.AcuteHelp or PartnershipStage.Active => HoldKind.InUse,
        PartnershipStage.Closed => HoldKind.Met,
        _ => null,
    };

    /// <summary>Passes when <paramref name="next"/> can be reached from <paramref name="stage"/>.</summary>
    /// <exception cref="Refusal">Conflict illegal_step, with the stage and those that can be reached.</exception>
    public static void Require(PartnershipStage stage, PartnershipStage next)
    {
        if (Legal[stage].Contains(next))
            return;
        var possible = IsEnd(stage) ? "no stage" : string.Join(", ", Legal[stage].Select(WireName.Of));
        throw new Refusal(
            RefusalKind.Conflict, "illegal_step", $"{WireName.Of(next)} cannot follow {WireName.Of(stage)}; possible now: {possible}.", "stage");
    }
}
