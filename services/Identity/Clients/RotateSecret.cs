using Kommunebro.Identity.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>Gives a client a new secret while the one before is still good, so that its owner can change it without a gap.</summary>
internal sealed class RotateSecret(ClientChange changes, TimeProvider clock)
{
    /// <summary>How long the secret before is good.</summary>
    public static readonly TimeSpan OldLives = TimeSpan.FromDays(7);

    /// <summary>
    /// POST /api/v1/organisations/{id}/clients/{client}/rotate-secret with If-Match: 200 with the client and its new secret,
    /// told this once. The one before is good for seven days more, or until DELETE …/old-secret; an older one ends at once.
    /// 404 client_not_found; 409 client_revoked; 412 and 428 by version. Takes no Idempotency-Key, since the answer holds a secret.
    /// </summary>
    public static async Task<Ok<ClientWithSecret>> HandleAsync(
        Guid id, Guid client, HttpContext http, ClientChange changes, RotateSecret rotate, CancellationToken cancellationToken)
    {
        var secret = ClientSecret.Make();
        var changed = await changes.RunAsync(
            http, id, client, "client.rotate-secret", (found, application) => rotate.Take(found, application, secret), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ClientWithSecret(changed, secret));
    }

    /// <summary>The same to a client as it was read from the database; for commands.</summary>
    public async Task<ClientWithSecret> RunAsync(PartnerClient found, CancellationToken cancellationToken)
    {
        var secret = ClientSecret.Make();
        var changed = await changes.RunAsync(
            found, "client.rotate-secret", (client, application) => Take(client, application, secret), cancellationToken);
        return new ClientWithSecret(changed, secret);
    }

    private void Take(PartnerClient client, OpenIddictApplicationDescriptor application, string secret)
    {
        var end = clock.Now() + OldLives;
        OldSecret.Set(application, application.ClientSecret is { } hash ? new OldSecret(hash, end) : null);
        application.ClientSecret = secret;
        client.RotateSecret(end);
    }
}
