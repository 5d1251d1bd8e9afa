using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Where a need stands. Returned means that AUC has asked for information.</summary>
/// <remarks>A partnership that exists makes a verified need partly met; a partnership that was completed makes it met.</remarks>
public enum NeedStatus
{
    Submitted, UnderReview, Returned, Verified, PartlyMet, Met, Closed, Rejected, Withdrawn, Duplicate, Expired, Suspended,
}

/// <summary>What people do with a need.</summary>
public enum NeedStep
{
    Revise, Review, Verify, Return, Answer, Reject, Withdraw, MarkDuplicate, Expire, Suspend, Resume, Close, Reopen, Confirm, Pause,
    Ask, Reply, DecideTexts,
}

/// <summary>Which steps are legal in which status; all others are refused by name.</summary>
public static class NeedLifeCycle
{
    /// <summary>What is possible while a need lives, without changing where it stands.</summary>
    private static readonly NeedStep[] Alongside = [NeedStep.Confirm, NeedStep.Pause, NeedStep.Ask, NeedStep.Reply, NeedStep.DecideTexts];

    private static readonly Dictionary<NeedStatus, IReadOnlyList<NeedStep>> Legal = new()
    {
        [NeedStatus.Submitted] =
        [
            NeedStep.Revise, NeedStep.Review, NeedStep.Verify, NeedStep.Return, NeedStep.Reject, NeedStep.Withdraw,
            NeedStep.MarkDuplicate, NeedStep.Expire, NeedStep.Suspend, .. Alongside,
        ],
        [NeedStatus.UnderReview] =
        [
            NeedStep.Revise, NeedStep.Review, NeedStep.Verify, NeedStep.Return, NeedStep.Reject, NeedStep.Withdraw,
            NeedStep.MarkDuplicate, NeedStep.Expire, NeedStep.Suspend, .. Alongside,
        ],
        [NeedStatus.Returned] =
        [
            NeedStep.Revise, NeedStep.Answer, NeedStep.Withdraw, NeedStep.MarkDuplicate, NeedStep.Expire, NeedStep.Suspend, .. Alongside,
        ],
        [NeedStatus.Verified] =
            [NeedStep.Withdraw, NeedStep.MarkDuplicate, NeedStep.Expire, NeedStep.Suspend, .. Alongside],
        [NeedStatus.PartlyMet] = [NeedStep.Withdraw, NeedStep.Suspend, NeedStep.Close, .. Alongside],
        [NeedStatus.Met] = [NeedStep.Close],
        [NeedStatus.Closed] = [],
        [NeedStatus.Rejected] = [NeedStep.Reopen],
        [NeedStatus.Withdrawn] = [],
        [NeedStatus.Duplicate] = [NeedStep.Reopen],
        [NeedStatus.Expired] = [NeedStep.Withdraw, NeedStep.Reopen],
        [NeedStatus.Suspended] = [NeedStep.Withdraw, NeedStep.Resume, NeedStep.Ask, NeedStep.Reply],
    };

    /// <summary>Where a need has not come to its end: silence about it is answered by a call, never by an end.</summary>
    public static readonly IReadOnlyList<NeedStatus> Living =
    [
        NeedStatus.Submitted, NeedStatus.UnderReview, NeedStatus.Returned, NeedStatus.Verified, NeedStatus.PartlyMet, NeedStatus.Suspended,
    ];

    /// <summary>How long before its end a verification may be renewed, and AUC is reminded to.</summary>
    public static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>The steps that are legal in <paramref name="status"/>.</summary>
    public static IReadOnlyList<NeedStep> StepsIn(NeedStatus status) => Legal[status];

    /// <summary>Whether matching works on needs that stand so.</summary>
    public static bool IsMatched(NeedStatus status) => status is NeedStatus.Verified or NeedStatus.PartlyMet;

    /// <summary>Whether AUC or the hromada has yet to do something before such a need is verified.</summary>
    public static bool IsAwaited(NeedStatus status) => status is NeedStatus.Submitted or NeedStatus.UnderReview or NeedStatus.Returned;

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
