using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>Tells what a file is by what it holds, whatever it is called.</summary>
internal static class FileKinds
{
    /// <summary>The kind; null for all that is not taken.</summary>
    public static AttachmentKind? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => AttachmentKind.Pdf, // %PDF-
        [0xFF, 0xD8, 0xFF, ..] => AttachmentKind.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => AttachmentKind.Png,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => AttachmentKind.Webp, // RIFF....WEBP
        _ => null,
    };

    /// <summary>The media type as which it is served.</summary>
    public static string MediaType(this AttachmentKind kind) =>
        kind == AttachmentKind.Pdf ? "application/pdf" : $"image/{EnumName.Of(kind)}";

    /// <summary>The ending of its name.</summary>
    public static string Extension(this AttachmentKind kind) => $".{EnumName.Of(kind)}";
}
