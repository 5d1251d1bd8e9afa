using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Where a need stands.</summary>
/// <remarks>A partnership that exists makes a verified need partly met; a partnership that was completed makes it met.</remarks>
public enum NeedStatus { Submitted, Returned, Verified, PartlyMet, Met, Rejected, Withdrawn }

/// <summary>What people do with a need.</summary>
public enum NeedStep { Revise, Verify, Return, Reject, Withdraw }

/// <summary>Which steps are legal in which status; all others are refused by name.</summary>
public static class NeedLifeCycle
{
    private static readonly Dictionary<NeedStatus, IReadOnlyList<NeedStep>> Legal = new()
    {
        [NeedStatus.Submitted] = [NeedStep.Revise, NeedStep.Verify, NeedStep.Return, NeedStep.Reject, NeedStep.Withdraw],
        [NeedStatus.Returned] = [NeedStep.Revise, NeedStep.Withdraw],
        [NeedStatus.Verified] = [NeedStep.Withdraw],
        [NeedStatus.PartlyMet] = [NeedStep.Withdraw],
        [NeedStatus.Met] = [],
        [NeedStatus.Rejected] = [],
        [NeedStatus.Withdrawn] = [],
    };

    /// <summary>The steps that are legal in <paramref name="status"/>.</summary>
    public static IReadOnlyList<NeedStep> StepsIn(NeedStatus status) => Legal[status];

    /// <summary>Passes when <paramref name="step"/> is legal in <paramref name="status"/>.</summary>
    /// <exception cref="Refusal">Conflict illegal_step, with the status and the steps that are legal.</exception>
    public static void Require(NeedStatus status, NeedStep step)
    {
        var legal = Legal[status];
        if (legal.Contains(step))
            return;
        var possible = legal.Count == 0 ? "no step" : string.Join(", ", legal.Select(WireName.Of));
        throw new Refusal(
            RefusalKind.Conflict,
            "illegal_step",
            $"Cannot {WireName.Of(step)} a need that is {WireName.Of(status)}; possible now: {possible}.");
    }
}
