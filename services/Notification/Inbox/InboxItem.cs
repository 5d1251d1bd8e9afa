using Kommunebro.Notification.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Notification.Inbox;

/// <summary>Something that waits for staff. Its text is made when it is read, in the reader's language.</summary>
public sealed class InboxItem
{
    private InboxItem()
    {
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string SubjectType { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public Facts Facts { get; private set; } = null!;

    /// <summary>The matching run that it tells of; the e-mail about all unmatched needs of a run counts them by it.</summary>
    public Guid? RunId { get; private set; }

    /// <summary>Everybody who holds one of these roles sees it.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>This account sees it, too.</summary>
    public string? Account { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    internal static InboxItem For(Notice notice, IReadOnlyList<string> roles, string? account, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = notice.Kind,
        SubjectType = notice.Subject.Type,
        SubjectId = notice.Subject.Id,
        Facts = notice.Facts,
        RunId = notice.Facts.RunId,
        Roles = roles,
        Account = account,
        At = notice.At,
    };
}

/// <summary>A person has read an item.</summary>
public sealed class InboxRead
{
    public required Guid ItemId { get; init; }

    public required string Account { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

internal sealed class InboxItemMapping : IEntityTypeConfiguration<InboxItem>, IEntityTypeConfiguration<InboxRead>
{
    public void Configure(EntityTypeBuilder<InboxItem> builder)
    {
        builder.ToTable("inbox_items");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => item.Roles).HasMethod("gin");
        builder.HasIndex(item => item.Account);
        builder.HasIndex(item => item.RunId);
    }

    public void Configure(EntityTypeBuilder<InboxRead> builder)
    {
        builder.ToTable("inbox_reads");
        builder.HasKey(read => new { read.ItemId, read.Account });
        builder.HasOne<InboxItem>().WithMany().HasForeignKey(read => read.ItemId);
    }
}
