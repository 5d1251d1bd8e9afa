using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.ServiceDefaults;

/// <summary>Finds out who calls.</summary>
public static class BearerTokens
{
    private const string Scheme = "Bearer ";

    // The framework looks for this, and would otherwise authenticate every request before all else.
    private const string AuthenticationIsSet = "__AuthenticationMiddlewareSet";

    /// <summary>
    /// Instead of UseAuthentication, after UseRouting: who calls an endpoint that asks for somebody, with a token that was found valid
    /// before, is known by one look into the memory; all others by the framework's way, in which also those answer that are no endpoints,
    /// such as identity's own under /connect.
    /// </summary>
    public static void UseBearerTokens(this WebApplication app)
    {
        var (tokens, keys) = (app.Services.GetRequiredService<RememberedTokens>(), app.Services.GetRequiredService<IssuerKeys>());
        ((IApplicationBuilder)app).Properties[AuthenticationIsSet] = true;
        app.UseWhen(context => !IsRecalled(context, tokens, keys), unknown => unknown.UseAuthentication());
    }

    private static bool IsRecalled(HttpContext context, RememberedTokens tokens, IssuerKeys keys)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null
            || context.Request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || tokens.Recall(header.AsSpan(Scheme.Length).Trim(), keys) is not { } caller)
            return false;
        context.User = caller;
        return true;
    }
}
