using Kommunebro.Identity.OutsideIssuers;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>The authorization code flow at a provider: PKCE, state and nonce, and an id token signed with keys that it publishes.</summary>
internal static class OutsideFlow
{
    // A working day, as our own session: who was looked at longer ago is looked at anew.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    public static void Apply(OpenIdConnectOptions options, StaffIssuer issuer, IssuerKeys keys)
    {
        options.ClientId = issuer.Client.Id;
        options.ClientSecret = issuer.Client.Secret;
        options.ConfigurationManager = keys;
        options.BackchannelHttpHandler = OutsideIssuer.Way();
        options.BackchannelTimeout = AnswersWithin;
        options.SignInScheme = StaffSession.Scheme;
        options.CallbackPath = issuer.CallbackPath;
        // Nobody signs out here by way of a provider.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // Where our own code will be asked for, which must follow soon, a look of this morning is of no use.
        options.MaxAge = issuer.SecondFactor is null ? StaffSession.FreshFor : Longest;
        // An endpoint more that may be away, for what our query may tell.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.MapInboundClaims = false;
        // For the moment until the answer is read; nothing keeps them.
        options.SaveTokens = true;
        options.Scope.Clear();
        foreach (var scope in issuer.Client.Scope.Split(' '))
            options.Scope.Add(scope);
        Believe(options, issuer, keys);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnRedirectToIdentityProvider = context => AskAsync(context, issuer);
        options.Events.OnTokenResponseReceived = context => LookForKeyAsync(context, keys);
        options.Events.OnTokenValidated = HoldAsync;
        options.Events.OnTicketReceived = context => OutsideAnswer.TakeAsync(context, issuer);
        options.Events.OnRemoteFailure = context => OutsideAnswer.FailAsync(context, issuer);
    }

    private static void Believe(OpenIdConnectOptions options, StaffIssuer issuer, IssuerKeys keys)
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer.Name,
            ValidAudience = issuer.Client.Id,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Known.Where(key => key.KeyId == keyId),
            NameClaimType = JwtRegisteredClaimNames.Sub,
        };
        // Whether a person is fresh is told by when it signed in there, and not by when it came back from there.
        options.ProtocolValidator.RequireAuthTime = true;
    }

    private static Task AskAsync(RedirectContext context, StaffIssuer issuer)
    {
        foreach (var (name, value) in issuer.Client.Parameters)
            if (context.ProtocolMessage.GetParameter(name) is null)
                context.ProtocolMessage.SetParameter(name, value);
        return Task.CompletedTask;
    }

    /// <summary>The provider may have begun to sign with a new key. What it does not sign is refused: the protocol would take it for the way it came.</summary>
    private static Task LookForKeyAsync(TokenResponseReceivedContext context, IssuerKeys keys)
    {
        var idToken = context.TokenEndpointResponse.IdToken;
        if (string.IsNullOrEmpty(idToken))
            return Task.CompletedTask;
        var token = new JsonWebToken(idToken);
        if (Algorithms.Contains(token.Alg) && token.Kid is { Length: > 0 } keyId)
            return keys.LookForAsync(keyId, context.HttpContext.RequestAborted);
        context.Fail("The id token is not signed with a key that has a name.");
        return Task.CompletedTask;
    }

    /// <summary>What the protocol demands and the handler does not look at: a person's name that is a text, and how long ago it was shown (OpenID Connect Core 1.0, 2 and 3.1.3.7).</summary>
    private static Task HoldAsync(TokenValidatedContext context)
    {
        var claims = IdTokenClaims.Of(context.TokenEndpointResponse!.IdToken);
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (claims.Text("sub") is null || claims.Time("auth_time") is not { } shown || now - shown > Longest + Leeway)
            context.Fail("The id token names nobody, or somebody who was looked at too long ago.");
        return Task.CompletedTask;
    }
}
