using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Webhooks;

/// <summary>The events that a webhook can be called for. Their names are those of the notices, with a dot after the subject.</summary>
public static class WebhookEvents
{
    /// <summary>The event that a partner sends itself to try its webhook.</summary>
    public const string Test = "webhook.test";

    /// <summary>What can be subscribed to.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        NameOf(NoticeKind.NeedSubmitted),
        NameOf(NoticeKind.NeedReturned),
        NameOf(NoticeKind.NeedReplied),
        NameOf(NoticeKind.NeedRejected),
        NameOf(NoticeKind.NeedVerified),
        NameOf(NoticeKind.NeedWithdrawn),
        NameOf(NoticeKind.ProposalReleasedToSupplier),
        NameOf(NoticeKind.ProposalAcceptedBySupplier),
        NameOf(NoticeKind.ProposalDeclinedBySupplier),
        NameOf(NoticeKind.ProposalReleasedToHromada),
        NameOf(NoticeKind.ProposalAcceptedByHromada),
        NameOf(NoticeKind.ProposalDeclinedByHromada),
        NameOf(NoticeKind.ProposalWithdrawn),
        NameOf(NoticeKind.PartnershipStarted),
        NameOf(NoticeKind.PartnershipRegistered),
        NameOf(NoticeKind.PartnershipStageReached),
    ];

    /// <summary>The event's name of a notice: need_verified is told as need.verified.</summary>
    public static string NameOf(string kind)
    {
        var end = kind.IndexOf('_', StringComparison.Ordinal);
        return $"{kind[..end]}.{kind[(end + 1)..]}";
    }
}
