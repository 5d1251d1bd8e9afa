using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Feed;
using Kommunebro.Notification.Inbox;

namespace Kommunebro.Notification.Notices;

/// <summary>
/// Notes down whom a notice goes to, in the transaction of what it tells of. Sending is somebody else's, and later: a mail
/// server that is away holds up no event, and a rolled back event tells nobody.
/// </summary>
internal sealed class Outgoing(NotificationDb db, TimeProvider clock)
{
    /// <summary>Into the inbox of everybody who holds one of <paramref name="roles"/>.</summary>
    public void PutInInbox(Notice notice, params IReadOnlyList<string> roles) =>
        db.Add(InboxItem.For(notice, roles, account: null, clock.GetUtcNow()));

    /// <summary>Into the inbox of one person, and of everybody who holds one of <paramref name="roles"/>.</summary>
    public void PutInInboxOf(string account, Notice notice, params IReadOnlyList<string> roles) =>
        db.Add(InboxItem.For(notice, roles, account, clock.GetUtcNow()));

    /// <summary>By e-mail to everybody who holds one of <paramref name="roles"/> when it is sent.</summary>
    /// <param name="notice">What.</param>
    /// <param name="roles">To whom.</param>
    /// <param name="after">How long to wait, so that others of its kind can join it.</param>
    public void MailStaff(Notice notice, IReadOnlyList<string> roles, TimeSpan after = default) =>
        db.Add(Delivery.For(Channel.Email, notice, Recipient.Staff(roles), clock.GetUtcNow(), after));

    /// <summary>By e-mail to one member of staff, whatever its roles are when it is sent.</summary>
    public void MailAccount(Notice notice, Guid account) =>
        db.Add(Delivery.For(Channel.Email, notice, Recipient.Account(account), clock.GetUtcNow()));

    /// <summary>By e-mail to the contacts that <paramref name="municipality"/> has when it is sent.</summary>
    public void MailMunicipality(Notice notice, Guid municipality) =>
        db.Add(Delivery.For(Channel.Email, notice, Recipient.Municipality(municipality), clock.GetUtcNow()));

    /// <summary>To the webhooks of the organisations that act for <paramref name="municipality"/>, and into their feed.</summary>
    public void CallWebhooks(Notice notice, Guid municipality)
    {
        var now = clock.GetUtcNow();
        db.Add(Delivery.For(Channel.Webhook, notice, Recipient.Municipality(municipality), now));
        db.Add(FeedEvent.Of(notice, municipality, isPublic: false, now));
    }

    /// <summary>Into the feed of every partner.</summary>
    public void PutInEveryFeed(Notice notice, Guid municipality) => db.Add(FeedEvent.Of(notice, municipality, isPublic: true, clock.GetUtcNow()));
}
