using Kommunebro.Identity.OutsideIssuers;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
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
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

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
        options.MaxAge = Longest;
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
        options.Events.OnTicketReceived = context => OutsideAnswer.TakeAsync(context, issuer);
        options.Events.OnRemoteFailure = context => OutsideAnswer.FailAsync(context, issuer);
    }

    private static void Believe(OpenIdConnectOptions options, StaffIssuer issuer, IssuerKeys keys)
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer.Name,
            ValidAudience = issuer.Client.Id,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
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

    /// <summary>The provider may have begun to sign with a new key.</summary>
    private static Task LookForKeyAsync(TokenResponseReceivedContext context, IssuerKeys keys)
    {
        var idToken = context.TokenEndpointResponse.IdToken;
        return string.IsNullOrEmpty(idToken) || new JsonWebToken(idToken).Kid is not { Length: > 0 } keyId
            ? Task.CompletedTask
            : keys.LookForAsync(keyId, context.HttpContext.RequestAborted);
    }
}
