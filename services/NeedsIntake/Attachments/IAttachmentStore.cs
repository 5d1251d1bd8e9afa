using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>Where the files themselves are kept: the seam at which a bucket can take the database's place.</summary>
internal interface IAttachmentStore
{
    /// <summary>Keeps <paramref name="content"/>; it is there once the save of the attachment itself has been committed.</summary>
    Task PutAsync(Guid id, byte[] content, CancellationToken cancellationToken);

    /// <summary>What is kept under <paramref name="id"/>; null when nothing is.</summary>
    Task<byte[]?> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Keeps it no longer.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>The bytes of an attachment.</summary>
public sealed class AttachmentContent
{
    public required Guid Id { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>Keeps the files in the service's own database: one backup, one transaction, nothing more to run.</summary>
internal sealed class PostgresAttachmentStore(NeedsIntakeDb db) : IAttachmentStore
{
    public Task PutAsync(Guid id, byte[] content, CancellationToken cancellationToken)
    {
        db.Add(new AttachmentContent { Id = id, Bytes = content });
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(Guid id, CancellationToken cancellationToken) => db.Set<AttachmentContent>().AsNoTracking()
        .Where(content => content.Id == id).Select(content => (byte[]?)content.Bytes).SingleOrDefaultAsync(cancellationToken);

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<AttachmentContent>().FindAsync([id], cancellationToken) is { } content)
            db.Remove(content);
    }
}
