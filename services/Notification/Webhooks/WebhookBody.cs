using System.Text.Json;
using System.Text.Json.Serialization;
using Kommunebro.Contracts.Matching;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Notices;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>What a webhook is sent: that something happened, and the ids by which the API tells the rest to who may see it.</summary>
/// <param name="Type">The event.</param>
/// <param name="Timestamp">When it happened (UTC).</param>
/// <param name="Data">The ids and public facts.</param>
public sealed record WebhookBody(string Type, DateTimeOffset Timestamp, WebhookData Data)
{
    private static readonly JsonSerializerOptions Json = ApiJson.Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>The body of a delivery, for those who act for the municipality with the code <paramref name="municipality"/>.</summary>
    internal static string Of(Delivery delivery, string municipality)
    {
        var data = WebhookData.Of(delivery.Facts, municipality);
        return JsonSerializer.Serialize(new WebhookBody(WebhookEvents.NameOf(delivery.Kind), delivery.OccurredAt, data), Json);
    }

    /// <summary>The body with which a partner tries its webhook.</summary>
    internal static string OfTest(Guid webhookId, DateTimeOffset now) =>
        JsonSerializer.Serialize(new WebhookBody(WebhookEvents.Test, now, new WebhookData { WebhookId = webhookId }), Json);
}

/// <summary>The data of a webhook's body; what does not apply to the event is left out.</summary>
public sealed record WebhookData
{
    /// <summary>The official code of the municipality that the receiver acts for, and that it concerns.</summary>
    public string? Municipality { get; init; }

    public Guid? NeedId { get; init; }

    public Guid? ProposalId { get; init; }

    public Guid? PartnershipId { get; init; }

    /// <summary>The subject's version after what happened; calls may overtake one another.</summary>
    public long? Version { get; init; }

    public ProposalStatus? Status { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public PartnershipStage? Stage { get; init; }

    public bool? Exists { get; init; }

    public Guid? WebhookId { get; init; }

    /// <summary>
    /// What those who act for <paramref name="municipality"/> are told. The other party stays unnamed, and so does its reason: what the
    /// reader may know of it, the API tells.
    /// </summary>
    internal static WebhookData Of(Facts facts, string municipality) => new()
    {
        Municipality = municipality,
        NeedId = facts.NeedId,
        ProposalId = facts.ProposalId,
        PartnershipId = facts.PartnershipId,
        Version = facts.Version,
        Status = facts.Status,
        AnswerBy = facts.AnswerBy,
        Stage = facts.Stage,
        Exists = facts.Exists,
    };
}
