using System.Text.Json.Serialization;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A webhook as its owner sees it.</summary>
public sealed record WebhookView
{
    public required Guid Id { get; init; }

    /// <summary>Rises with each change; the ETag, and what If-Match must say.</summary>
    public required long Version { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required string? Description { get; init; }

    public required WebhookStatus Status { get; init; }

    public required PauseReason? PausedBecause { get; init; }

    /// <summary>Since when every attempt has failed; null when the last one worked.</summary>
    public required DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when the secret before this one signs, too.</summary>
    public required DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>The signing secret, told once: when it is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    /// <summary><paramref name="webhook"/> without its secret.</summary>
    public static WebhookView Of(Webhook webhook) => new()
    {
        Id = webhook.Id,
        Version = webhook.Version,
        Url = webhook.Url,
        Events = webhook.Events,
        Description = webhook.Description,
        Status = webhook.Status,
        PausedBecause = webhook.PausedBecause,
        FailingSince = webhook.FailingSince,
        CreatedAt = webhook.CreatedAt,
        PreviousSecretUntil = webhook.PreviousSecretUntil,
    };
}
