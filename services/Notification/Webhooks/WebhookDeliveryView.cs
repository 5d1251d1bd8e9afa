using Kommunebro.Notification.Deliveries;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A call of a webhook as its owner sees it.</summary>
public sealed record WebhookDeliveryView
{
    public required Guid Id { get; init; }

    /// <summary>The header webhook-id, the same at every attempt and replay: a receiver knows a copy by it.</summary>
    public required string MessageId { get; init; }

    /// <summary>The event, e.g. need.verified.</summary>
    public required string Type { get; init; }

    public required DeliveryStatus Status { get; init; }

    /// <summary>Attempts since it was made or replayed.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the next attempt is due; null when none is.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }

    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What came of the last attempt that failed, e.g. http_500, timeout, connection_failed.</summary>
    public required string? LastError { get; init; }

    /// <summary>The header webhook-id of a delivery.</summary>
    public static string MessageIdOf(Guid delivery) => $"msg_{delivery:N}";

    /// <summary><paramref name="delivery"/> as its owner sees it.</summary>
    public static WebhookDeliveryView Of(Delivery delivery) => new()
    {
        Id = delivery.Id,
        MessageId = MessageIdOf(delivery.Id),
        Type = WebhookEvents.NameOf(delivery.Kind),
        Status = delivery.Status,
        Attempts = delivery.Attempts,
        CreatedAt = delivery.CreatedAt,
        NextAttemptAt = delivery.Status == DeliveryStatus.Waiting ? delivery.NextAttemptAt : null,
        DeliveredAt = delivery.DeliveredAt,
        LastError = delivery.LastError,
    };
}
