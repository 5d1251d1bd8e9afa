using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>What kinds of files are taken as evidence.</summary>
public enum AttachmentKind { Pdf, Jpeg, Png, Webp }

/// <summary>A file that shows what a need says. What it holds is kept by the <see cref="IAttachmentStore"/>.</summary>
public sealed class Attachment
{
    /// <summary>An attachment never changes.</summary>
    public const long OnlyVersion = 1;

    private Attachment()
    {
    }

    public Guid Id { get; private set; }

    public Guid NeedId { get; private set; }

    /// <summary>The file's name without folders, for people.</summary>
    public string Name { get; private set; } = "";

    public AttachmentKind Kind { get; private set; }

    /// <summary>The size in bytes, after what a picture tells of its camera and place was taken off.</summary>
    public int Bytes { get; private set; }

    /// <summary>SHA-256 of what is kept, in hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public static Attachment Of(Guid needId, string name, AttachmentKind kind, int bytes, string hash, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        NeedId = needId,
        Name = name,
        Kind = kind,
        Bytes = bytes,
        Hash = hash,
        AddedAt = StoredTime.Of(now),
    };
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.HasOne<Need>().WithMany().HasForeignKey(attachment => attachment.NeedId).OnDelete(DeleteBehavior.Restrict);
        // The same file twice is one.
        builder.HasIndex(attachment => new { attachment.NeedId, attachment.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AttachmentContent> builder)
    {
        builder.ToTable("attachment_contents");
        builder.Property(content => content.Id).ValueGeneratedNever();
    }
}
