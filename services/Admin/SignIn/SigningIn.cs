using Kommunebro.Admin.Drafts;
using Kommunebro.Admin.Reading;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kommunebro.Admin.SignIn;

/// <summary>
/// Staff sign in at identity (OpenID Connect: authorization code, PKCE, pushed request). The browser gets a cookie with a
/// key; tickets and tokens stay here.
/// </summary>
internal static class SigningIn
{
    /// <summary>The scheme of the session's cookie.</summary>
    public const string Session = "session";

    /// <summary>The scheme that sends the browser to identity.</summary>
    public const string Identity = "identity";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var service = ServiceIdentity.Of(builder);
        builder.Services.AddSingleton<SessionStore>().AddSingleton<TokenRefresh>();
        builder.Services.AddAuthentication(schemes => (schemes.DefaultScheme, schemes.DefaultChallengeScheme) = (Session, Identity))
            .AddCookie(Session)
            .AddOpenIdConnect(Identity, _ => { });
        builder.Services.AddOptions<CookieAuthenticationOptions>(Session).Configure<SessionStore, TokenRefresh>((cookie, store, refresh) =>
        {
            Keep(cookie, "kommunebro-admin");
            cookie.SessionStore = store;
            cookie.ExpireTimeSpan = service.Settings.GetValue("SignIn:Lifetime", Lifetime);
            cookie.SlidingExpiration = true;
            cookie.Events.OnSigningIn = ReaderChoice.RecallAsync;
            cookie.Events.OnValidatePrincipal = context => refresh.LookAsync(context, store);
        });
        builder.Services.AddOptions<OpenIdConnectOptions>(Identity)
            .Configure<IdentityBackchannel, TimeProvider>((options, identity, clock) => Apply(options, identity, service, clock));
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Turnstile>();
    }

    /// <summary>One origin carries the whole platform: this cookie belongs to admin alone.</summary>
    private static void Keep(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = AdminHost.BasePath;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static void Apply(OpenIdConnectOptions options, IdentityBackchannel identity, ServiceIdentity service, TimeProvider clock)
    {
        options.Authority = identity.Issuer.ToString();
        options.ClientId = service.Require("Access:ClientId");
        options.ClientSecret = service.Require("Access:ClientSecret");
        options.BackchannelHttpHandler = identity.CreateHandler();
        // The way to identity inside the cluster is cleartext; browsers use the public origin.
        options.RequireHttpsMetadata = false;
        options.SignInScheme = Session;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.UseIfAvailable;
        options.MapInboundClaims = false;
        options.CallbackPath = "/signin-oidc";
        options.SignedOutCallbackPath = "/signout-callback-oidc";
        options.SignedOutRedirectUri = $"{AdminHost.BasePath}/signed-out";
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "offline_access"])
            options.Scope.Add(scope);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.Path = AdminHost.BasePath;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = context => SignInAnswer.TakeAsync(context, clock);
        options.Events.OnRemoteFailure = SignInAnswer.FailAsync;
    }
}
