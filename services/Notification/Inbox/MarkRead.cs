using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Inbox;

/// <summary>A person has read something; others have not.</summary>
internal sealed class MarkRead(NotificationDb db, Reader reader, TimeProvider clock)
{
    /// <summary>
    /// Marks what is named, or all when nothing is; marking twice is once. Invalid invalid_id; not found inbox_item_not_found for
    /// an item that is not this person's.
    /// </summary>
    public async Task<MarkReadReply> HandleAsync(MarkReadRequest request, CancellationToken cancellationToken)
    {
        var ids = IdsOf(request);
        if (ids.Length > 0 && await reader.Items().CountAsync(item => ids.Contains(item.Id), cancellationToken) < ids.Length)
            throw Refusal.NotFound("inbox_item_not_found", "There is no such item in your inbox.");
        // In one statement, so that a second click at the same time finds nothing to complain about.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox_reads (item_id, account, read_at)
            select id, {reader.Account}, {clock.GetUtcNow()} from inbox_items
            where (account = {reader.Account} or roles && {reader.Roles}) and ({ids.Length == 0} or id = any({ids}))
            on conflict do nothing
            """,
            cancellationToken);
        return new MarkReadReply { Unread = await reader.Unread().CountAsync(cancellationToken) };
    }

    private static Guid[] IdsOf(MarkReadRequest request)
    {
        var rules = new Rules();
        var ids = new List<Guid>();
        for (var i = 0; i < request.ItemIds.Count; i++)
        {
            var isId = Guid.TryParse(request.ItemIds[i], out var id);
            rules.Check(isId, $"item_ids[{i}]", "invalid_id", "Must be an id of an inbox item.");
            ids.Add(id);
        }

        rules.Enforce();
        return [.. ids.Distinct()];
    }
}
