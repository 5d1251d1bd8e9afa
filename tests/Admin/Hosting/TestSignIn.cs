using Kommunebro.Admin;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using System.Globalization;
using System.Security.Claims;

namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>
/// Signs a test's browser in without identity: an address that only tests' hosts have. What it makes is what a real sign-in
/// makes, with a token that the test issuer signed.
/// </summary>
public sealed class TestSignIn(TestIssuer issuer) : IStartupFilter
{
    public const string Path = AdminHost.BasePath + "/test-sign-in";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (context.Request.Path == Path)
                await SignInAsync(context);
            else
                await following(context);
        });
        next(app);
    };

    private async Task SignInAsync(HttpContext context)
    {
        var roles = context.Request.Query["role"].OfType<string>().ToArray();
        var account = Guid.TryParse(context.Request.Query["account"], out var given) ? given : Guid.CreateVersion7();
        var token = issuer.Staff(account, roles);
        var claims = new JsonWebToken(token).Claims.Where(claim => claim.Type is "sub" or "kind" or "role").Append(new Claim("name", "Kari Nordmann"));
        var properties = new AuthenticationProperties();
        properties.StoreTokens(
        [
            new AuthenticationToken { Name = "access_token", Value = token },
            new AuthenticationToken { Name = "expires_at", Value = TimeProvider.System.GetUtcNow().AddMinutes(25).ToString("O", CultureInfo.InvariantCulture) },
        ]);
        await context.SignInAsync("session", new ClaimsPrincipal(new ClaimsIdentity(claims, "test", "name", "role")), properties);
        context.Response.Redirect(AdminHost.BasePath + "/lib/app.css");
    }
}
