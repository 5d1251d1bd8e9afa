using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Kommunebro.Identity.Connect;

/// <summary>
/// The OAuth and OpenID Connect endpoints that need a decision of ours. OpenIddict answers the others by itself:
/// /connect/par, /connect/revoke, /.well-known/openid-configuration, /.well-known/jwks.
/// </summary>
internal static class ConnectEndpoints
{
    public static void MapConnect(this WebApplication app)
    {
        app.MapMethods("/connect/authorize", ["GET", "POST"], Authorize.HandleAsync)
            .WithMetadata(new OpenToAll("Staff sign in here; OpenIddict has validated the client's request."));
        app.MapPost("/connect/token", IssueToken.HandleAsync)
            .WithMetadata(new OpenToAll("Clients get their tokens here; OpenIddict has authenticated the client."));
        app.MapMethods("/connect/logout", ["GET", "POST"], EndSession.HandleAsync)
            .WithMetadata(new OpenToAll("Whoever wants to leave may."));
    }

    /// <summary>The request that OpenIddict has validated.</summary>
    public static OpenIddictRequest Request(HttpContext http) => http.GetOpenIddictServerRequest()
        ?? throw new InvalidOperationException("OpenIddict does not know this endpoint.");

    /// <summary>What was wrong with the request, when it cannot be told to the client; null when nothing was.</summary>
    public static string? ErrorOf(HttpContext http) => http.GetOpenIddictServerResponse()?.Error;

    /// <summary>Says no as the protocol does: to the client, by redirect or JSON.</summary>
    public static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
