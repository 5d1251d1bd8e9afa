using Kommunebro.Identity.Maskinporten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>Tokens for who has proven to be somebody.</summary>
internal static class IssueToken
{
    /// <summary>
    /// POST /connect/token (RFC 6749): authorization_code, refresh_token or client_credentials; 200 with the tokens. 400
    /// with error invalid_grant (code or refresh token used, expired, or of an account that may no longer sign in),
    /// invalid_scope, invalid_request, unauthorized_client (closed organisation); 401 invalid_client. Where the settings name
    /// Maskinporten also its tokens (RFC 7523, 2.1): 400 invalid_grant for one that is no good, without a word of what is wrong;
    /// 503 temporarily_unavailable.
    /// </summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http, StaffClaims staff, ClientClaims clients, [FromServices] ExchangeToken? maskinporten, CancellationToken cancellationToken)
    {
        var request = ConnectEndpoints.Request(http);
        if (request.GrantType == ExchangeToken.Grant && maskinporten is not null)
            return await maskinporten.RunAsync(request, cancellationToken) is { } partner
                ? Results.SignIn(partner, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
                : ConnectEndpoints.Refuse(Errors.InvalidGrant, "The assertion is not accepted.");
        if (request.IsClientCredentialsGrantType())
            return await clients.OfAsync(request, cancellationToken) is { } client
                ? Results.SignIn(client, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
                : ConnectEndpoints.Refuse(Errors.UnauthorizedClient, "The client's organisation is closed.");
        var granted = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return granted.Principal is { } principal && await staff.ContinueAsync(principal, cancellationToken) is { } person
            ? Results.SignIn(person, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : ConnectEndpoints.Refuse(Errors.InvalidGrant, "The account may no longer sign in, or must sign in again.");
    }
}
