using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kommunebro.ServiceDefaults;

/// <summary>The version that the caller gets to see, so that it can say which one its change is meant for.</summary>
public static class ETag
{
    /// <summary>Sets the ETag header to <paramref name="version"/>.</summary>
    public static void Set(HttpContext context, long version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>The version that the caller saw.</summary>
public static class IfMatch
{
    /// <summary>Makes sure that the caller saw the version that is current.</summary>
    /// <exception cref="Refusal">version_required, invalid_if_match, or version_mismatch.</exception>
    public static void Require(HttpContext context, long currentVersion) => Require(Read(context), currentVersion);

    /// <summary>Makes sure that the version that the caller saw is current; for callers without headers.</summary>
    /// <exception cref="Refusal">version_mismatch.</exception>
    public static void Require(long seen, long currentVersion)
    {
        if (seen != currentVersion)
            throw new Refusal(
                RefusalKind.VersionMismatch,
                "version_mismatch",
                $"You saw version {seen}, but somebody made version {currentVersion} meanwhile. Read it again, look at the change, and repeat yours.");
    }

    private static long Read(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
            throw new Refusal(
                RefusalKind.VersionRequired, "version_required", "Send If-Match with the ETag that you saw.", "If-Match");
        return header.Count == 1
            && EntityTagHeaderValue.TryParse(header[0], out var tag)
            && !tag.IsWeak
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new Refusal(
                RefusalKind.Invalid, "invalid_if_match", "If-Match must be one ETag of ours, e.g. \"3\" with its quotes.", "If-Match");
    }
}
