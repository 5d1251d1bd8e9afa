using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>Ends secrets of a client before their time.</summary>
internal static class EndSecrets
{
    /// <summary>The audit's word for the end of the old secret.</summary>
    public const string OldAction = "client.end-old-secret";

    /// <summary>The audit's word for the end of all secrets.</summary>
    public const string AllAction = "client.end-secrets";

    /// <summary>
    /// DELETE /api/v1/organisations/{id}/clients/{client}/old-secret with If-Match: 200 with the client, which has its newest
    /// secret alone. 404 client_not_found; 409 no_old_secret, client_revoked; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<ClientView>> OldAsync(
        Guid id, Guid client, HttpContext http, ClientChange changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await changes.RunAsync(http, id, client, OldAction, EndOld, cancellationToken));

    /// <summary>
    /// DELETE /api/v1/organisations/{id}/clients/{client}/secrets with If-Match: 200 with the client, which from now on signs
    /// with its keys alone. 404 client_not_found; 409 no_secret, last_credential (it has no key), client_revoked; 412 and 428
    /// by version.
    /// </summary>
    public static async Task<Ok<ClientView>> AllAsync(
        Guid id, Guid client, HttpContext http, ClientChange changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await changes.RunAsync(http, id, client, AllAction, EndAll, cancellationToken));

    /// <summary>Leaves the newest secret.</summary>
    public static void EndOld(PartnerClient client, OpenIddictApplicationDescriptor application)
    {
        client.EndOldSecret();
        OldSecret.Set(application, null);
    }

    /// <summary>Leaves the keys.</summary>
    public static void EndAll(PartnerClient client, OpenIddictApplicationDescriptor application)
    {
        client.EndSecrets();
        OldSecret.Set(application, null);
        application.ClientSecret = null;
    }
}
