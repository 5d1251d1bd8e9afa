using Kommunebro.Contracts;
using Kommunebro.Messaging;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Directory;
using Kommunebro.Notification.Feed;
using Kommunebro.Notification.Inbox;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Webhooks;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Data;

/// <summary>
/// What notification owns: the inbox of staff, deliveries by e-mail and webhook, the partners' webhooks and feed, and its copies of
/// municipalities and tenants. No personal value is in it: whom an e-mail goes to is asked for when it is sent.
/// </summary>
public sealed class NotificationDb(DbContextOptions<NotificationDb> options) : DbContext(options)
{
    public DbSet<KnownMunicipality> Municipalities => Set<KnownMunicipality>();

    public DbSet<DirectoryBootstrap> DirectoryBootstraps => Set<DirectoryBootstrap>();

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<InboxItem> InboxItems => Set<InboxItem>();

    public DbSet<InboxRead> InboxReads => Set<InboxRead>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<FeedEvent> FeedEvents => Set<FeedEvent>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextColumn>().HaveColumnType("jsonb");
        configurationBuilder.Properties<Facts>().HaveConversion<FactsColumn>().HaveColumnType("jsonb");
        configurationBuilder.Properties<Channel>().HaveConversion<EnumNameColumn<Channel>>();
        configurationBuilder.Properties<DeliveryStatus>().HaveConversion<EnumNameColumn<DeliveryStatus>>();
        configurationBuilder.Properties<WebhookStatus>().HaveConversion<EnumNameColumn<WebhookStatus>>();
        configurationBuilder.Properties<PauseReason>().HaveConversion<EnumNameColumn<PauseReason>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NotificationDb).Assembly);
        modelBuilder.AddTenants();
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotencyKeys();
    }
}
