using Kommunebro.ServiceDefaults;
using Microsoft.Net.Http.Headers;

namespace Kommunebro.Admin.Assets;

/// <summary>
/// Serves the files: under the fingerprint for ever, and under their plain names with a tag, for pages of other hosts
/// (identity's sign-in) that cannot know the fingerprint.
/// </summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app) => app
        .MapMethods("/lib/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve)
        .WithMetadata(new OpenToAll("The sign-in page and the answer page need them, too; they hold no data."));

    private static IResult Serve(string path, HttpContext context, AssetFiles files)
    {
        var isVersioned = path.StartsWith($"{files.Fingerprint}/", StringComparison.Ordinal);
        if (files.Find(isVersioned ? path[(files.Fingerprint.Length + 1)..] : path) is not { } asset)
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=300";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        var isSmall = asset.Small is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isSmall)
            headers.ContentEncoding = "br";
        var tag = new EntityTagHeaderValue($"\"{asset.Tag[..16]}{(isSmall ? "-br" : "")}\"");
        return Results.Bytes(isSmall ? asset.Small! : asset.Content, asset.Type, entityTag: tag);
    }
}
