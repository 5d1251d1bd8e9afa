using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Row = Kommunebro.Contracts.Notification.V1.Delivery;

namespace Kommunebro.Notification.Deliveries;

/// <summary>Staff look at what was sent and what came of it.</summary>
internal sealed class FindDeliveries(NotificationDb db, Caller caller)
{
    /// <summary>A page, newest first. Invalid unknown_value (channel, status), out_of_range (page, page_size).</summary>
    public async Task<FindDeliveriesReply> HandleAsync(FindDeliveriesRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, request.Page, request.PageSize);
        var channel = rules.Choice<Channel>(request.Channel is "" ? null : request.Channel, "channel");
        var status = rules.Choice<DeliveryStatus>(request.Status is "" ? null : request.Status, "status");
        rules.Enforce();
        var wanted = db.Deliveries.AsNoTracking();
        if (channel is not null)
            wanted = wanted.Where(delivery => delivery.Channel == channel);
        if (status is not null)
            wanted = wanted.Where(delivery => delivery.Status == status);
        var rows = await wanted.OrderByDescending(delivery => delivery.Id).Skip(page.Before).Take(page.Size).ToListAsync(cancellationToken);
        var reply = new FindDeliveriesReply { Total = await wanted.CountAsync(cancellationToken) };
        reply.Rows.AddRange(rows.Select(RowOf));
        return reply;
    }

    // Recipient and subject together would tell an administrator whose a restricted need is.
    private bool SeesSubjects => caller.HasAnyOf(StaffRole.Coordinators);

    private Row RowOf(Delivery delivery) => new()
    {
        DeliveryId = delivery.Id.ToString(),
        Channel = EnumName.Of(delivery.Channel),
        Status = EnumName.Of(delivery.Status),
        Kind = delivery.Kind,
        SubjectType = delivery.SubjectType,
        SubjectId = SeesSubjects ? delivery.SubjectId.ToString() : "",
        Recipient = delivery.Recipient.ToString(),
        Attempts = delivery.Attempts,
        CreatedAt = Time(delivery.CreatedAt),
        NextAttemptAt = delivery.Status == DeliveryStatus.Waiting ? Time(delivery.NextAttemptAt) : "",
        LastError = delivery.LastError ?? "",
    };

    private static string Time(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
