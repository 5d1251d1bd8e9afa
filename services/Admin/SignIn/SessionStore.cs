using System.Security.Cryptography;
using System.Text;
using Kommunebro.Admin.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.SignIn;

/// <summary>Keeps tickets in the database: any replica serves any browser, and signing out ends a session for good.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    /// <summary>Where a ticket that was read carries its key.</summary>
    public const string KeyItem = "session";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Kommunebro.Admin.Sessions.v1");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdminDb>();
        db.Sessions.Add(new Session { KeyHash = HashOf(key), Ticket = Protect(ticket), ExpiresAt = EndOf(ticket) });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdminDb>();
        // A session that was ended meanwhile stays ended.
        await db.Sessions.Where(session => session.KeyHash == HashOf(key)).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.Ticket, Protect(ticket)).SetProperty(session => session.ExpiresAt, EndOf(ticket)));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdminDb>();
        var now = clock.GetUtcNow();
        var stored = await db.Sessions.AsNoTracking()
            .Where(session => session.KeyHash == HashOf(key) && session.ExpiresAt > now)
            .Select(session => session.Ticket)
            .SingleOrDefaultAsync();
        var ticket = stored is null ? null : Unprotect(stored);
        ticket?.Properties.Items[KeyItem] = key;
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdminDb>();
        await db.Sessions.Where(session => session.KeyHash == HashOf(key)).ExecuteDeleteAsync();
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    private byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Null when the key ring lost the key: the person signs in again.</summary>
    private AuthenticationTicket? Unprotect(byte[] stored)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private DateTimeOffset EndOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().Add(Longest);
}
