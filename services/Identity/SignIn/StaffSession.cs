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
/// <param name="SignedInAt">When the password, or the code after it, was given, here or at a provider outside, in seconds since 1970.</param>
/// <param name="Methods">How (RFC 8176): pwd, and with a second factor otp and mfa; fed from a provider outside, with mfa when it is believed to have seen two.</param>
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

    /// <summary>How, once a code was given, too.</summary>
    public IReadOnlyList<string> MethodsWithCode => WithSecondFactor ? Methods : [.. Methods, StaffSession.Code, StaffSession.ManyFactors];

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
/// a new password and a new second factor; and when its provider outside gives the person no role any more, or it leaves that
/// provider. That somebody signs out at the provider ends nothing here.
/// </summary>
internal sealed class StaffSession(IdentityDb db, TimeProvider clock)
{
    /// <summary>The authentication scheme of the cookie.</summary>
    public const string Scheme = "kommunebro-sign-in";

    /// <summary>The claim that holds the stamp.</summary>
    public const string Stamp = "stamp";

    /// <summary>Among the methods of who showed a second factor.</summary>
    public const string ManyFactors = "mfa";

    /// <summary>The method of who gave a code.</summary>
    public const string Code = "otp";

    /// <summary>The methods of who gave a password.</summary>
    public static readonly IReadOnlyList<string> Password = ["pwd"];

    /// <summary>The methods of who comes from a provider outside. The register has no word for it; this one is in wide use.</summary>
    public static readonly IReadOnlyList<string> Outside = ["fed"];

    /// <summary>The methods of who showed a second factor there.</summary>
    public static readonly IReadOnlyList<string> OutsideWithSecondFactor = ["fed", ManyFactors];

    // Enough to find the telephone and read the picture.
    internal static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    /// <summary>Begins the session.</summary>
    /// <param name="http">The browser.</param>
    /// <param name="account">Whose.</param>
    /// <param name="methods">How the person has shown who it is.</param>
    /// <param name="at">When, if that was not now.</param>
    public Task BeginAsync(HttpContext http, Account account, IReadOnlyList<string> methods, DateTimeOffset? at = null)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(Claims.Subject, account.Id.ToString()),
                new Claim(Stamp, account.SecurityStamp!),
                new Claim(Claims.AuthenticationTime, (at ?? clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                .. methods.Select(method => new Claim(Claims.AuthenticationMethodReference, method)),
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
