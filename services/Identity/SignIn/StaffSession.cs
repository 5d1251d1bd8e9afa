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
/// <param name="SignedInAt">When the password, or the code after it, was given, in seconds since 1970.</param>
/// <param name="Methods">How (RFC 8176): pwd, and with a second factor otp and mfa.</param>
/// <param name="IsFresh">Whether that was a moment ago, so that it is the person itself and nobody at an open browser.</param>
internal sealed record SignedIn(Account Account, long SignedInAt, IReadOnlyList<string> Methods, bool IsFresh)
{
    /// <summary>Whether a second factor was shown.</summary>
    public bool WithSecondFactor => Methods.Contains(StaffSession.ManyFactors);

    /// <summary>The page at which the person must go on before anything else; null when it owes nothing.</summary>
    public string? Owes =>
        Account.HasSecondFactor && !WithSecondFactor ? SignInPages.SecondFactorPath
        : Account.PasswordIsTemporary ? SignInPages.NewPasswordPath
        : null;

    /// <summary>
    /// Whether a code is taken: where it is owed, and the password was given a moment ago. Else a code alone would make the session
    /// at an open browser fresh.
    /// </summary>
    public bool MayGiveCode => IsFresh && Owes == SignInPages.SecondFactorPath;

    /// <summary>Whether a new password is chosen: where it is owed, by who signed in a moment ago, and not by somebody at a browser left open.</summary>
    public bool MayChoosePassword => IsFresh && Owes == SignInPages.NewPasswordPath;

    /// <summary>The page that comes before a second factor is taken into use or replaced; null when that may be.</summary>
    public string? BeforeEnrolling => Owes ?? (IsFresh ? null : SignInPages.SignInPath);
}

/// <summary>
/// The session at identity, in a cookie. Cookies and refresh tokens carry the account's stamp: they end with a deactivation,
/// a new password and a new second factor.
/// </summary>
internal sealed class StaffSession(IdentityDb db, TimeProvider clock)
{
    /// <summary>The authentication scheme of the cookie.</summary>
    public const string Scheme = "kommunebro-sign-in";

    /// <summary>The claim that holds the stamp.</summary>
    public const string Stamp = "stamp";

    /// <summary>Among the methods of who showed a second factor.</summary>
    public const string ManyFactors = "mfa";

    // Enough to find the telephone and read the picture.
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    private static readonly string[] PasswordAlone = ["pwd"];
    private static readonly string[] PasswordAndCode = ["pwd", "otp", ManyFactors];

    /// <summary>Begins the session.</summary>
    public Task BeginAsync(HttpContext http, Account account, bool withSecondFactor = false)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(Claims.Subject, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp!),
                new Claim(Claims.AuthenticationTime, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                .. (withSecondFactor ? PasswordAndCode : PasswordAlone).Select(method => new Claim(Claims.AuthenticationMethodReference, method)),
            ],
            Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Who is signed in; null when nobody is, or may no longer be.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (ticket.Principal is not { } person || await AccountOfAsync(person, cancellationToken) is not { } account)
            return null;
        var signedInAt = long.Parse(person.FindFirstValue(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture);
        return new SignedIn(
            account,
            signedInAt,
            [.. person.FindAll(Claims.AuthenticationMethodReference).Select(claim => claim.Value)],
            clock.GetUtcNow().ToUnixTimeSeconds() - signedInAt <= FreshFor.TotalSeconds);
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
