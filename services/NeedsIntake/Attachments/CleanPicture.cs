using Kommunebro.ServiceDefaults;
using SkiaSharp;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>
/// Makes of a picture one that holds nothing but what can be seen: cameras write the place, the day and the owner into it (EXIF, XMP, IPTC),
/// and a repaired substation must not be found by its photo.
/// </summary>
internal static class CleanPicture
{
    /// <summary>The most pixels: a small file can unpack to gigabytes. At four bytes each, and drawn twice, this is 200 MB.</summary>
    public const int MostPixels = 25_000_000;

    private const int Quality = 90;

    /// <summary>One at a time: many people who send pictures at once must not take the memory of all the rest.</summary>
    private static readonly SemaphoreSlim Easel = new(1);

    /// <summary>Whoever waits holds a connection to the database, of which there are not many.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The picture drawn anew, upright, in its own form.</summary>
    /// <exception cref="Refusal">unreadable_picture, too_many_pixels; unavailable temporarily_unavailable when many wait.</exception>
    public static async Task<byte[]> OfAsync(byte[] content, AttachmentKind kind, CancellationToken cancellationToken)
    {
        if (!await Easel.WaitAsync(Patience, cancellationToken))
            throw new Refusal(RefusalKind.Unavailable, "temporarily_unavailable", "Many pictures are being read just now. Send it again in a moment.");
        try
        {
            return Of(content, kind);
        }
        finally
        {
            Easel.Release();
        }
    }

    private static byte[] Of(byte[] content, AttachmentKind kind)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data) ?? throw Unreadable();
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            throw new Refusal(RefusalKind.Invalid, "too_many_pixels", $"A picture has at most {MostPixels / 1_000_000} million pixels.", "file");
        // Without the profile of the camera, and in the form of transparency that a canvas draws.
        using var picture = new SKBitmap(
            codec.Info.WithColorSpace(null).WithAlphaType(codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul));
        // A picture that is cut off would be kept half grey, and nobody would miss the rest.
        if (codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success)
            throw Unreadable();
        using var upright = Upright(picture, codec.EncodedOrigin);
        using var encoded = upright.Encode(FormatOf(kind), Quality) ?? throw Unreadable();
        return encoded.ToArray();
    }

    /// <summary>Turned as the camera said; that word is lost with all others.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (width, height) = (picture.Width, picture.Height);
        var turned = origin >= SKEncodedOrigin.LeftTop ? new SKBitmap(height, width) : new SKBitmap(width, height);
        using var canvas = new SKCanvas(turned);
        // The eight origins of TIFF 6.0 (tag 274), each as the matrix from the stored picture to the upright one.
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        return turned;
    }

    private static SKEncodedImageFormat FormatOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Png => SKEncodedImageFormat.Png,
        AttachmentKind.Webp => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Jpeg,
    };

    private static Refusal Unreadable() => new(RefusalKind.Invalid, "unreadable_picture", "The picture cannot be read, or it is cut off.", "file");
}
