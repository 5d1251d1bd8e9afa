using Kommunebro.Identity.Maskinporten;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Clients;

/// <summary>What OpenIddict must know of a client.</summary>
internal static class ApplicationOf
{
    /// <summary>A client that gets tokens by its own credentials, for these scopes.</summary>
    /// <param name="id">With which it asks.</param>
    /// <param name="secret">Null for one that signs assertions.</param>
    /// <param name="scopes">What it may ask for.</param>
    /// <param name="keys">The public halves of the keys with which it signs them.</param>
    public static OpenIddictApplicationDescriptor Client(
        string id, string? secret, IReadOnlyList<string> scopes, params IReadOnlyList<JsonWebKey> keys)
    {
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            JsonWebKeySet = KeySet(keys),
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        application.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        return application;
    }

    /// <summary>The keys as OpenIddict keeps them.</summary>
    public static JsonWebKeySet? KeySet(IReadOnlyList<JsonWebKey> keys)
    {
        if (keys.Count == 0)
            return null;
        var set = new JsonWebKeySet();
        foreach (var key in keys)
            set.Keys.Add(key);
        return set;
    }

    /// <summary>The client at which partners exchange tokens of Maskinporten: it has no secret, since those are what opens.</summary>
    public static OpenIddictApplicationDescriptor Maskinporten(IEnumerable<string> scopes)
    {
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = MaskinportenActor.Client,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            Permissions = { Permissions.Endpoints.Token, Permissions.Prefixes.GrantType + ExchangeToken.Grant },
        };
        application.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        return application;
    }

    /// <summary>The admin client: staff sign in to it, by code with PKCE and a pushed request.</summary>
    /// <param name="issuer">The public origin; the admin client is below it.</param>
    public static OpenIddictApplicationDescriptor Admin(string secret, Uri issuer)
    {
        var application = Client(ServiceClient.Admin, secret, ServiceClient.Find(ServiceClient.Admin)!.Scopes);
        application.RedirectUris.Add(new Uri(issuer, "admin/signin-oidc"));
        application.PostLogoutRedirectUris.Add(new Uri(issuer, "admin/signout-callback-oidc"));
        application.Permissions.UnionWith(
        [
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.PushedAuthorization,
            Permissions.Endpoints.EndSession,
            Permissions.Endpoints.Revocation,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.GrantTypes.RefreshToken,
            Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile,
        ]);
        application.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        application.Requirements.Add(Requirements.Features.PushedAuthorizationRequests);
        return application;
    }
}
