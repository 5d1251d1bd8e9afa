using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Messaging;

/// <summary>The tables beside a service's own: outbox, inbox, dead letters and the outbox's owner.</summary>
public static class MessagingTables
{
    /// <summary>Adds the tables to a service's model.</summary>
    public static ModelBuilder AddMessagingTables(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(message => message.Position);
            outbox.Property(message => message.Position).UseIdentityAlwaysColumn();
            outbox.Property(message => message.Body).HasColumnType("jsonb");
            outbox.HasIndex(message => new { message.Shard, message.Position });
        });
        model.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(entry => new { entry.MessageId, entry.Handler });
            inbox.Property(entry => entry.MessageId).HasColumnName("message_id");
            inbox.Property(entry => entry.Handler).HasColumnName("handler");
            inbox.Property(entry => entry.HandledAt).HasColumnName("handled_at");
            inbox.HasIndex(entry => entry.HandledAt);
        });
        model.Entity<DeadLetter>(letters =>
        {
            letters.ToTable("dead_letter");
            letters.HasKey(letter => new { letter.MessageId, letter.Handler });
            letters.Property(letter => letter.Body).HasColumnType("jsonb");
        });
        model.Entity<OutboxOwner>(owner =>
        {
            owner.ToTable("outbox_owner");
            owner.HasKey(row => row.Id);
            owner.Property(row => row.Id).ValueGeneratedNever();
        });
        return model;
    }
}
