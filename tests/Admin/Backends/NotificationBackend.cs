using Grpc.Core;
using Kommunebro.Contracts.Notification.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Notification's face: an inbox with a new item and an old one.</summary>
public sealed class NotificationBackend(Heard heard) : Contracts.Notification.V1.Notification.NotificationBase
{
    public override Task<FindInboxReply> FindInbox(FindInboxRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new FindInboxReply
        {
            Rows =
            {
                new InboxItem { ItemId = "i1", Kind = "need_submitted", Title = "A new need", Text = "Repair of the pumping station", SubjectType = "need", SubjectId = Samples.NeedId, At = "2026-11-23T07:00:00Z" },
                new InboxItem { ItemId = "i2", Kind = "run_completed", Title = "A run is done", Text = "12 proposals", SubjectType = "run", SubjectId = Samples.RunId, At = "2026-11-22T08:00:09Z", Read = true },
            },
            Total = 2,
            Unread = 1,
        });
    }

    public override Task<CountUnreadReply> CountUnread(CountUnreadRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new CountUnreadReply { Unread = 1 });
    }

    public override Task<MarkReadReply> MarkRead(MarkReadRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new MarkReadReply());
    }
}
