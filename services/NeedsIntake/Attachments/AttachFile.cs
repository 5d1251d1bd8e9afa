using System.Security.Cryptography;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>A file that is kept with a need.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is, by what it holds.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Hash">SHA-256 of what is kept, in hexadecimal digits; a picture's is another than that of the file that was sent.</param>
/// <param name="AddedAt">When it came.</param>
public sealed record AttachmentView(Guid Id, string Name, AttachmentKind Kind, int Bytes, string Hash, DateTimeOffset AddedAt)
{
    internal static AttachmentView Of(Attachment attachment) =>
        new(attachment.Id, attachment.Name, attachment.Kind, attachment.Bytes, attachment.Hash, attachment.AddedAt);
}

/// <summary>Evidence for a need comes in.</summary>
internal static class AttachFile
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostFiles = 20;

    private const int LongestName = 150;

    /// <summary>
    /// POST /api/v1/needs/{id}/attachments?name=… with a PDF, JPEG, PNG or WebP as the body, at most 10 MB: 201 with the attachment. What a file is
    /// is told by what it holds. Pictures are drawn anew, so that nothing tells where and by whom they were taken. 400 missing_field, too_long,
    /// control_characters (name), empty_file, unsupported_file, unreadable_picture, too_many_pixels; 404 need_not_found; 409 attachment_exists,
    /// too_many_attachments (20); 413 body_too_large.
    /// </summary>
    public static async Task<Created<AttachmentView>> HandleAsync(
        Guid id,
        string? name,
        HttpContext http,
        NeedsIntakeDb db,
        AttachmentAccess access,
        IAttachmentStore store,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var added = await RunAsync(id, name, http.Request.Body, db, access, store, clock, cancellationToken);
        ETag.Set(http, Attachment.OnlyVersion);
        return TypedResults.Created($"/api/v1/needs/{id}/attachments/{added.Id}", added);
    }

    /// <summary>Keeps what is <paramref name="sent"/>.</summary>
    /// <exception cref="Refusal">As told above, but body_too_large.</exception>
    public static async Task<AttachmentView> RunAsync(
        Guid id,
        string? name,
        Stream sent,
        NeedsIntakeDb db,
        AttachmentAccess access,
        IAttachmentStore store,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(id, cancellationToken);
        var (kind, content) = await TakeAsync(await ReadAsync(sent, cancellationToken), cancellationToken);
        var attachment = Attachment.Of(
            id, NameOf(name, kind), kind, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), clock.GetUtcNow());
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await RequireRoomAsync(db, attachment, cancellationToken);
        db.Add(attachment);
        await store.PutAsync(attachment.Id, content, cancellationToken);
        // Without the name, which may be a person's.
        db.Audit("need.attach", "need", $"{id}", before: null, new { attachment.Id, attachment.Kind, attachment.Bytes, attachment.Hash });
        await SaveAsync(db, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return AttachmentView.Of(attachment);
    }

    private static async Task<byte[]> ReadAsync(Stream sent, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await sent.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private static async Task<(AttachmentKind Kind, byte[] Content)> TakeAsync(byte[] sent, CancellationToken cancellationToken)
    {
        if (sent.Length == 0)
            throw new Refusal(RefusalKind.Invalid, "empty_file", "The file is empty.", "file");
        var kind = FileKinds.Of(sent)
            ?? throw new Refusal(RefusalKind.Invalid, "unsupported_file", "Send a PDF, JPEG, PNG or WebP; this file holds something else.", "file");
        return (kind, kind == AttachmentKind.Pdf ? sent : await CleanPicture.OfAsync(sent, kind, cancellationToken));
    }

    /// <summary>The name without folders and with the ending of what the file is.</summary>
    private static string NameOf(string? name, AttachmentKind kind)
    {
        var rules = new Rules();
        rules.Required(name is not null, "name", "Say what the file is called.");
        var line = rules.Line(name, "name", LongestName, shortest: 1);
        rules.Enforce();
        var plain = line!.Split('/', '\\')[^1];
        var stem = Path.GetFileNameWithoutExtension(plain);
        return $"{(stem.Length == 0 ? "file" : stem)}{kind.Extension()}";
    }

    private static async Task RequireRoomAsync(NeedsIntakeDb db, Attachment attachment, CancellationToken cancellationToken)
    {
        // One file of a need at a time, or two that come at once would both find room.
        await db.Database.ExecuteSqlAsync($"select 1 from needs where id = {attachment.NeedId} for update", cancellationToken);
        var hashes = await db.Set<Attachment>().Where(other => other.NeedId == attachment.NeedId).Select(other => other.Hash).ToListAsync(cancellationToken);
        if (hashes.Contains(attachment.Hash))
            throw Exists();
        if (hashes.Count >= MostFiles)
            throw new Refusal(RefusalKind.Conflict, "too_many_attachments", $"A need has at most {MostFiles} attachments.");
    }

    private static async Task SaveAsync(NeedsIntakeDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw Exists();
        }
    }

    private static Refusal Exists() => new(RefusalKind.Conflict, "attachment_exists", "The need has this very file already.");
}
