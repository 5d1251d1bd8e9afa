using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Kommunebro.ServiceDefaults;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Kommunebro.Gateway.Docs;

/// <summary>The description of the whole API, and a page on which people read it. Both come from here alone: no CDN, no fonts of others, no telemetry.</summary>
internal static class ApiReference
{
    private const string Document = "/openapi/v1.json";

    public static void MapDocs(this WebApplication app)
    {
        var description = Read();
        var compressed = new[] { ("br", Compressed(description, to => new BrotliStream(to, CompressionLevel.SmallestSize))), ("gzip", Compressed(description, to => new GZipStream(to, CompressionLevel.SmallestSize))) };
        var open = new OpenToAll("Who may do what stands in it; it holds no data.");
        // Weak: the bytes differ by compression.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(description))[..16]}\"", isWeak: true);
        app.MapGet(Document, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            var (encoding, bytes) = Array.Find(compressed, one => Accepts(http, one.Item1));
            if (encoding is not null)
                http.Response.Headers.ContentEncoding = encoding;
            return TypedResults.Bytes(bytes ?? description, "application/json", entityTag: tag);
        }).WithMetadata(open);
        app.MapScalarApiReference("/docs", Configure).WithMetadata(open);
    }

    private static void Configure(ScalarOptions page, HttpContext http)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        // The page styles itself in place; scripts run only from here.
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        page.WithTitle("Kommunebro API")
            .WithNonce(nonce)
            .WithOpenApiRoutePattern(Document)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools();
    }

    private static bool Accepts(HttpContext http, string encoding) =>
        http.Request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == encoding && accepted.Quality is null or > 0);

    /// <summary>Once, at the start: it is large, anybody may ask for it, and it never changes.</summary>
    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> with)
    {
        using var to = new MemoryStream();
        using (var compressing = with(to))
            compressing.Write(bytes);
        return to.ToArray();
    }

    private static byte[] Read()
    {
        using var embedded = typeof(ApiReference).Assembly.GetManifestResourceStream("openapi/v1.json")!;
        using var copy = new MemoryStream();
        embedded.CopyTo(copy);
        return copy.ToArray();
    }
}
