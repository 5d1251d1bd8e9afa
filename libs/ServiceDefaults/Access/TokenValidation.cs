using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.ServiceDefaults;

/// <summary>What makes an access token valid, and what a caller hears whose token is not.</summary>
internal static class TokenValidation
{
    private const string Scheme = "Bearer ";

    public static void Apply(JwtBearerOptions options, IdentityBackchannel identity, IssuerKeys keys, RememberedTokens tokens)
    {
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens);
        options.ConfigurationManager = keys;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = identity.Issuer.ToString(),
            ValidAudience = TokenClaims.Audience,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            NameClaimType = TokenClaims.Subject,
            RoleClaimType = TokenClaims.Role,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => LookForKeyAsync(context.Request, keys, tokens, context.HttpContext.RequestAborted),
            OnAuthenticationFailed = context =>
            {
                // An endpoint that is open to all serves on; the others tell it, below.
                if (context.Exception is Refusal)
                    context.Fail(context.Exception);
                return Task.CompletedTask;
            },
            // That nobody could look is not the token's fault: 503, and neither 401 nor 500.
            OnChallenge = context => context.AuthenticateFailure is Refusal away ? throw away : Task.CompletedTask,
            OnForbidden = context =>
            {
                // RFC 6750, 3.1.
                context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{PolicyOf(context.HttpContext)}\"";
                return Task.CompletedTask;
            },
        };
    }

    private static async Task LookForKeyAsync(HttpRequest request, IssuerKeys keys, RememberedTokens tokens, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return;
        var token = header[Scheme.Length..].Trim();
        if (!tokens.Knows(token) && KeyIdOf(token) is { Length: > 0 } keyId)
            await keys.LookForAsync(keyId, cancellationToken);
    }

    /// <summary>Null for what only looks like a token; that it is none is found by its validation.</summary>
    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string PolicyOf(HttpContext context) => string.Join(
        ' ', context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy) ?? []);
}
