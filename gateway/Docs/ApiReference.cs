using System.Buffers.Text;
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
        var open = new OpenToAll("Who may do what stands in it; it holds no data.");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(description))[..16]}\"");
        app.MapGet(Document, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return TypedResults.Bytes(description, "application/json", entityTag: tag);
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

    private static byte[] Read()
    {
        using var embedded = typeof(ApiReference).Assembly.GetManifestResourceStream("openapi/v1.json")!;
        using var copy = new MemoryStream();
        embedded.CopyTo(copy);
        return copy.ToArray();
    }
}
