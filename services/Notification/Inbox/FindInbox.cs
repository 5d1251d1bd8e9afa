using System.Globalization;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Directory;
using Kommunebro.Notification.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Row = Kommunebro.Contracts.Notification.V1.InboxItem;

namespace Kommunebro.Notification.Inbox;

/// <summary>A person looks into the inbox.</summary>
internal sealed class FindInbox(NotificationDb db, Reader reader, Templates templates)
{
    /// <summary>A page, newest first, told in <paramref name="language"/>. Invalid out_of_range (page, page_size).</summary>
    public async Task<FindInboxReply> HandleAsync(FindInboxRequest request, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, request.Page, request.PageSize);
        rules.Enforce();
        var wanted = request.UnreadOnly ? reader.Unread() : reader.Items();
        // Ids are UUIDv7: they sort by time.
        var items = await wanted.OrderByDescending(item => item.Id).Skip(page.Before).Take(page.Size).ToListAsync(cancellationToken);
        var reply = new FindInboxReply
        {
            Total = await wanted.CountAsync(cancellationToken),
            Unread = await reader.Unread().CountAsync(cancellationToken),
        };
        var ids = items.ConvertAll(item => item.Id);
        var account = reader.Account;
        var read = await db.InboxReads.Where(mark => mark.Account == account && ids.Contains(mark.ItemId))
            .Select(mark => mark.ItemId).ToListAsync(cancellationToken);
        var names = await MunicipalityNames.OfAsync(db, items.SelectMany(item => item.Facts.Municipalities()), cancellationToken);
        foreach (var item in items)
            reply.Rows.Add(await RowOfAsync(item, read.Contains(item.Id), language, names));
        return reply;
    }

    private async Task<Row> RowOfAsync(InboxItem item, bool isRead, string language, MunicipalityNames names)
    {
        var text = await templates.RenderAsync(forStaff: true, item.Kind, language, FactVariables.Of(item.Facts, language, names));
        return new Row
        {
            ItemId = item.Id.ToString(),
            Kind = item.Kind,
            Title = text.Title,
            Text = text.Text,
            SubjectType = item.SubjectType,
            SubjectId = item.SubjectId.ToString(),
            At = item.At.ToString("O", CultureInfo.InvariantCulture),
            Read = isRead,
        };
    }
}
