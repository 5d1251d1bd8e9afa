using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Inbox;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification;

/// <summary>What staff's client asks for.</summary>
internal sealed class NotificationGrpc(FindInbox inbox, MarkRead marks, Reader reader, FindDeliveries deliveries)
    : Contracts.Notification.V1.Notification.NotificationBase
{
    /// <inheritdoc cref="FindInbox.HandleAsync" />
    [Authorize(AccessPolicies.InboxRead)]
    public override Task<FindInboxReply> FindInbox(FindInboxRequest request, ServerCallContext context) =>
        inbox.HandleAsync(request, ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken);

    /// <summary>How much of the inbox this person has not read.</summary>
    [Authorize(AccessPolicies.InboxRead)]
    public override async Task<CountUnreadReply> CountUnread(CountUnreadRequest request, ServerCallContext context) =>
        new() { Unread = await reader.Unread().CountAsync(context.CancellationToken) };

    /// <inheritdoc cref="MarkRead.HandleAsync" />
    [Authorize(AccessPolicies.InboxRead)]
    public override Task<MarkReadReply> MarkRead(MarkReadRequest request, ServerCallContext context) =>
        marks.HandleAsync(request, context.CancellationToken);

    /// <inheritdoc cref="FindDeliveries.HandleAsync" />
    [Authorize(AccessPolicies.DeliveriesRead)]
    public override Task<FindDeliveriesReply> FindDeliveries(FindDeliveriesRequest request, ServerCallContext context) =>
        deliveries.HandleAsync(request, context.CancellationToken);
}
