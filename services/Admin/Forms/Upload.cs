using Google.Protobuf;

namespace Kommunebro.Admin.Forms;

/// <summary>How files come in through forms.</summary>
internal static class Upload
{
    /// <summary>The most bytes of a file, as the services have it.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The most bytes of a form with a file: more, so that a file that is too large is told at its field.</summary>
    public const int MostBytesOfForm = 32 * 1024 * 1024;

    // A little less than the gateway waits for a page.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    /// <summary>Until when a service may work on a file that is sent now.</summary>
    public static DateTime Deadline => TimeProvider.System.GetUtcNow().Add(Patience).UtcDateTime;

    /// <summary>What the file holds.</summary>
    public static async Task<ByteString> ReadAsync(this IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return await ByteString.FromStreamAsync(content, cancellationToken);
    }
}
