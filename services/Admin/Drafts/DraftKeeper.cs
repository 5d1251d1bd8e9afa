using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kommunebro.Admin.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Drafts;

/// <summary>Keeps what a person wrote when the form could not be taken, for the browser that sent it.</summary>
public sealed class DraftKeeper(AdminDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string CookieName = "kommunebro-admin-draft";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Kommunebro.Admin.Drafts.v1");

    /// <summary>
    /// Stores the form of a request that cannot be trusted to be a person's own act, so nothing is done with it but to show
    /// it again. A form from another site is not kept: it could put words into somebody's mouth.
    /// </summary>
    public async Task KeepAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType || !IsOwnForm(context.Request))
            return;
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.ToString());
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        db.Drafts.Add(new Draft
        {
            KeyHash = HashOf(key),
            PathHash = PathOf(context),
            Fields = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(fields)),
            ExpiresAt = clock.GetUtcNow().Add(Life),
        });
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Cookies.Append(CookieName, key, Cookie(context, clock.GetUtcNow().Add(Life)));
    }

    /// <summary>What this browser wrote on the page of the request, if that waits.</summary>
    public async Task<Dictionary<string, string>?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[CookieName] is not { Length: 64 } key)
            return null;
        var path = PathOf(context);
        var now = clock.GetUtcNow();
        var stored = await db.Drafts.AsNoTracking()
            .Where(draft => draft.KeyHash == HashOf(key) && draft.PathHash == path && draft.ExpiresAt > now)
            .Select(draft => draft.Fields)
            .SingleOrDefaultAsync(cancellationToken);
        return stored is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(_protector.Unprotect(stored));
    }

    /// <summary>The form is being sent again: what waited is no longer needed.</summary>
    public async Task DropAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[CookieName] is not { Length: 64 } key)
            return;
        await db.Drafts.Where(draft => draft.KeyHash == HashOf(key)).ExecuteDeleteAsync(cancellationToken);
        context.Response.Cookies.Delete(CookieName, Cookie(context, DateTimeOffset.UnixEpoch));
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    /// <summary>Not the address itself: that of an answer link is a secret.</summary>
    private static byte[] PathOf(HttpContext context) => SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Path));

    private static bool IsOwnForm(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site]
        ? site == "same-origin"
        : request.Headers.Origin is [{ Length: > 0 } origin] && origin == $"{request.Scheme}://{request.Host}";

    private static CookieOptions Cookie(HttpContext context, DateTimeOffset until) => new()
    {
        Path = AdminHost.BasePath, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Expires = until,
    };
}
