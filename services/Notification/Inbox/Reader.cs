using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Inbox;

/// <summary>The signed-in person as the inbox sees it: an account and its roles.</summary>
internal sealed class Reader(NotificationDb db, Caller caller)
{
    private const string StaffPrefix = "staff:";

    /// <summary>The account.</summary>
    /// <exception cref="Refusal">Forbidden staff_only.</exception>
    public string Account => caller.Kind == CallerKind.Staff
        ? AccountOf(caller.Actor)
        : throw new Refusal(RefusalKind.Forbidden, "staff_only", "Only people have an inbox.");

    /// <summary>The roles.</summary>
    public string[] Roles => [.. caller.Roles];

    /// <summary>The account's id, out of the form in which events and audit name people.</summary>
    public static string AccountOf(string actor) =>
        actor.StartsWith(StaffPrefix, StringComparison.Ordinal) ? actor[StaffPrefix.Length..] : actor;

    /// <summary>What is addressed to this person.</summary>
    public IQueryable<InboxItem> Items()
    {
        var (account, roles) = (Account, Roles);
        return db.InboxItems.AsNoTracking().Where(item => item.Account == account || item.Roles.Any(role => roles.Contains(role)));
    }

    /// <summary>What of it this person has not read.</summary>
    public IQueryable<InboxItem> Unread()
    {
        var account = Account;
        return Items().Where(item => !db.InboxReads.Any(read => read.ItemId == item.Id && read.Account == account));
    }
}
