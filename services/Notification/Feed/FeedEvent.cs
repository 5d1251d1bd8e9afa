using Kommunebro.Notification.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Notification.Feed;

/// <summary>Something that happened, for partners that ask instead of being called.</summary>
public sealed class FeedEvent
{
    private FeedEvent()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The order of writing, by which what waits is placed.</summary>
    public long Number { get; private set; }

    /// <summary>
    /// Its place in the feed, from 1 without gaps; null until somebody reads. Places are given to what has been committed, under a
    /// lock: an event whose commit came late stands after those that somebody may have read, never before.
    /// </summary>
    public long? Position { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>The municipality that it concerns; for a thing between two there is an event for each.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>Whether it is told to every partner, not only to those that act for the municipality.</summary>
    public bool IsPublic { get; private set; }

    public Facts Facts { get; private set; } = null!;

    public DateTimeOffset OccurredAt { get; private set; }

    internal static FeedEvent Of(Notice notice, Guid municipality, bool isPublic, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = notice.Kind,
        MunicipalityId = municipality,
        IsPublic = isPublic,
        Facts = notice.Facts,
        OccurredAt = notice.At,
    };
}

internal sealed class FeedEventMapping : IEntityTypeConfiguration<FeedEvent>
{
    public void Configure(EntityTypeBuilder<FeedEvent> builder)
    {
        builder.ToTable("feed_events");
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(one => one.Position).IsUnique();
        builder.HasIndex(one => one.Number).HasFilter("position is null").HasDatabaseName("ix_feed_events_waiting");
    }
}
