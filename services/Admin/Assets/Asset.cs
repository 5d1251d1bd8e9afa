using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;

namespace Kommunebro.Admin.Assets;

/// <summary>A file that the assembly carries.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">Changes with its content.</param>
public sealed record Asset(byte[] Content, string Type, string Tag)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly Lazy<byte[]?> _small = new(() => Type.StartsWith("font/", StringComparison.Ordinal) ? null : Compress(Content));

    /// <summary>The same, compressed with Brotli; null when that gains nothing.</summary>
    public byte[]? Small => _small.Value;

    public static string TypeOf(string path) => path.EndsWith(".woff2", StringComparison.Ordinal)
        ? "font/woff2"
        : Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(content);
        return target.ToArray();
    }
}
