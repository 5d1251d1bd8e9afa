using System.IO.Compression;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>A file to import, from the disk, from an address, or uploaded.</summary>
/// <param name="Source">The path or the address; of what was uploaded the file's name.</param>
/// <param name="Uploaded">What was uploaded.</param>
public sealed record ImportFile(string Source, Stream? Uploaded = null)
{
    /// <summary>More than any edition of any register has.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    /// <summary>The most that a packed one unpacks to.</summary>
    public const long MostUnpacked = 400 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What is kept of where it came from: the file's name without its folders, or the address without what may be secret in it.</summary>
    public string Name => Address is { } address ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}" : Path.GetFileName(Source);

    // The name of an upload is only a name: what a caller over the network sends never makes the service call an address.
    private Uri? Address => Uploaded is null && Uri.TryCreate(Source, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;

    /// <summary>The content, from its beginning.</summary>
    /// <exception cref="Refusal">empty_file, file_too_large, no_answer.</exception>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var content = await ReadAsync(cancellationToken);
        if (content.Length is > 0 and <= MostBytes) return content;
        await using (content)
            throw content.Length == 0
                ? Refuse("empty_file", "The file is empty.")
                : TooLarge();
    }

    /// <summary>Passes when a zipped document unpacks to at most <paramref name="most"/> bytes: what a register can have, unless the caller knows better.</summary>
    /// <exception cref="Refusal">file_too_large.</exception>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static void RefuseBomb(Stream content, long most = MostUnpacked)
    {
        using (var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true))
        {
            var (left, part) = (most, new byte[64 * 1024]);
            foreach (var entry in zip.Entries)
            {
                using var unpacked = entry.Open();
                // Counted, since the length that the zip declares may be a lie.
                for (int read; (read = unpacked.Read(part)) > 0;)
                    if ((left -= read) < 0)
                        throw Refuse("file_too_large", $"Unpacked the document has more than {most / 1024 / 1024} MB.");
            }
        }

        content.Position = 0;
    }

    /// <summary>Why a file as a whole is not taken.</summary>
    public static Refusal Refuse(string code, string message) => new(RefusalKind.Invalid, code, message, "file");

    /// <summary>Why a file is not taken, over its line from 1, which <see cref="LineOf"/> tells to who says it in other words.</summary>
    public static Refusal Refuse(string code, int line, string message)
    {
        var refusal = Refuse(code, message);
        refusal.Data[nameof(LineOf)] = line;
        return refusal;
    }

    /// <summary>The line over which a file is not taken; null when it is over no single one.</summary>
    public static int? LineOf(Refusal refusal) => refusal.Data[nameof(LineOf)] as int?;

    private static Refusal TooLarge() => Refuse("file_too_large", $"A register has at most {MostBytes / 1024 / 1024} MB.");

    private async Task<Stream> ReadAsync(CancellationToken cancellationToken)
    {
        if (Uploaded is not null) return await UploadAsync(Uploaded, cancellationToken);
        if (Address is not { } address) return File.OpenRead(Source);
        // Who may call the command may call any address from here; the limit keeps an endless answer off.
        using var http = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
        try
        {
            return new MemoryStream(await http.GetByteArrayAsync(address, cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refuse("no_answer", $"The address did not answer within {Patience.TotalMinutes} minutes.");
        }
        catch (HttpRequestException large) when (large.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw TooLarge();
        }
    }

    private static async Task<Stream> UploadAsync(Stream uploaded, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await uploaded.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        return content;
    }
}
