using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// Compresses what programs and readers of the API get. Not pages that a cookie opens: there the length of an answer could tell a
/// secret in it to whoever makes a browser ask (BREACH); a token has to be sent on purpose.
/// </summary>
internal static class Compression
{
    private static readonly PathString[] Where = ["/api", "/openapi", "/docs"];

    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            // Not text/event-stream: an event must not wait for more to compress.
            compression.MimeTypes = ["application/json", "application/problem+json", "text/html", "text/javascript", "application/javascript", "text/css", "text/csv"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this WebApplication app) => app.UseWhen(
        context => Array.Exists(Where, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)),
        part => part.UseResponseCompression());
}
