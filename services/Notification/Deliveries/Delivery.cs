using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Deliveries;

/// <summary>How a delivery travels.</summary>
public enum Channel { Email, Webhook }

/// <summary>Where a delivery stands.</summary>
public enum DeliveryStatus { Waiting, Delivered, Failed }

/// <summary>
/// One notice on its way to one recipient. A sender takes it under a lease, and only the sender of the latest attempt says what
/// became of it. Its id is the Message-Id or webhook-id of every attempt, by which the other side knows a copy.
/// </summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    public Guid Id { get; private set; }

    public Channel Channel { get; private set; }

    public DeliveryStatus Status { get; private set; }

    public string Kind { get; private set; } = "";

    public string SubjectType { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public Facts Facts { get; private set; } = null!;

    public Recipient Recipient { get; private set; } = null!;

    /// <summary>What a webhook is sent, the same at every attempt; null for e-mail and groups.</summary>
    public string? Body { get; private set; }

    /// <summary>When what it tells of happened.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Attempts that were begun since it was made or replayed.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>A sender has it until then.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>What the other side said last, as a code: its words may hold an address.</summary>
    public string? LastError { get; private set; }

    internal static Delivery For(Channel channel, Notice notice, Recipient recipient, DateTimeOffset now, TimeSpan after = default) => new()
    {
        Id = Guid.CreateVersion7(now),
        Channel = channel,
        Kind = notice.Kind,
        SubjectType = notice.Subject.Type,
        SubjectId = notice.Subject.Id,
        Facts = notice.Facts,
        Recipient = recipient,
        OccurredAt = notice.At,
        CreatedAt = now,
        NextAttemptAt = now + after,
    };

    /// <summary>One call of one webhook.</summary>
    internal static Delivery ToWebhook(Notice notice, Guid organisation, Guid webhook, string body, DateTimeOffset now)
    {
        var delivery = For(Channel.Webhook, notice, new Recipient { OrganisationId = organisation, WebhookId = webhook }, now);
        delivery.Body = body;
        return delivery;
    }

    /// <summary>The part of this group's delivery that goes to one of the group.</summary>
    internal Delivery PartFor(Recipient one, DateTimeOffset now, string? body = null)
    {
        var part = For(Channel, new Notice(Kind, new Subject(SubjectType, SubjectId), Facts, OccurredAt), one, now);
        part.Body = body;
        return part;
    }

    internal void Take(DateTimeOffset now, TimeSpan lease)
    {
        Attempts++;
        LeaseUntil = now + lease;
    }

    internal void Succeed(DateTimeOffset now)
    {
        (Status, DeliveredAt, LastError) = (DeliveryStatus.Delivered, now, null);
        LeaseUntil = null;
    }

    internal void TryAgain(string error, DateTimeOffset at)
    {
        (LastError, NextAttemptAt) = (error, at);
        LeaseUntil = null;
    }

    internal void Fail(string error)
    {
        (Status, LastError) = (DeliveryStatus.Failed, error);
        LeaseUntil = null;
    }

    /// <summary>Keeps it for a webhook that was paused, to be sent when that is active again.</summary>
    internal void Hold(DateTimeOffset now) => (Status, Attempts, NextAttemptAt) = (DeliveryStatus.Waiting, 0, now);

    /// <summary>Sends it once more, with the same id, from the first attempt on.</summary>
    internal void Replay(DateTimeOffset now)
    {
        (Status, Attempts, NextAttemptAt) = (DeliveryStatus.Waiting, 0, now);
        (DeliveredAt, LeaseUntil) = (null, null);
    }
}
