using Kommunebro.Notification.Deliveries;

namespace Kommunebro.Notification.Sending;

/// <summary>When a delivery that did not work is tried again.</summary>
internal sealed class RetrySchedule(SenderOptions options)
{
    private static readonly TimeSpan FirstMailWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestMailWait = TimeSpan.FromHours(4);

    // The waits that the Standard Webhooks specification suggests, about three days in all.
    private static readonly TimeSpan[] WebhookWaits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>When to try <paramref name="delivery"/> again; null when it is to be given up.</summary>
    public DateTimeOffset? NextAttempt(Delivery delivery, DateTimeOffset now)
    {
        // A group is asked for inside the platform, whatever it is told by.
        if (delivery is { Channel: Channel.Webhook, Recipient.IsGroup: false })
            return delivery.Attempts <= WebhookWaits.Length ? now + WebhookWaits[Math.Max(delivery.Attempts, 1) - 1] : null;
        if (now - delivery.CreatedAt >= options.MailPatience)
            return null;
        // Doubling nine times is more than the longest wait already.
        var wait = FirstMailWait * Math.Pow(2, Math.Clamp(delivery.Attempts - 1, 0, 9));
        return now + (wait < LongestMailWait ? wait : LongestMailWait);
    }
}
