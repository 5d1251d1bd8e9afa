using System.Globalization;
using System.Security.Claims;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.SignIn;

/// <summary>A person who is signed in at identity in this browser.</summary>
/// <param name="Account">As it is now.</param>
/// <param name="SignedInAt">When the password was given, in seconds since 1970.</param>
internal sealed record SignedIn(Account Account, long SignedInAt);

/// <summary>
/// The session at identity, in a cookie. Cookies and refresh tokens carry the account's stamp: they end with a deactivation
/// and a new password.
/// </summary>
internal sealed class StaffSession(IdentityDb db, TimeProvider clock)
{
    /// <summary>The authentication scheme of the cookie.</summary>
    public const string Scheme = "kommunebro-sign-in";

    /// <summary>The claim that holds the stamp.</summary>
    public const string Stamp = "stamp";

    /// <summary>Begins the session.</summary>
    public Task BeginAsync(HttpContext http, Account account)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(Claims.Subject, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp!),
                new Claim(Claims.AuthenticationTime, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Who is signed in; null when nobody is, or may no longer be.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        return ticket.Principal is { } person && await AccountOfAsync(person, cancellationToken) is { } account
            ? new SignedIn(account, long.Parse(person.FindFirstValue(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>The active account whose id and stamp <paramref name="person"/> carries; null when there is none.</summary>
    public async Task<Account?> AccountOfAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(person.FindFirstValue(Claims.Subject), out var id) || person.FindFirstValue(Stamp) is not { } stamp)
            return null;
        return await db.Accounts.SingleOrDefaultAsync(
            account => account.Id == id && account.Active && account.SecurityStamp == stamp, cancellationToken);
    }
}
