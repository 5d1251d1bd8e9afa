using System.Text.Json;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>A client's public keys as the administrator sends them: a JSON Web Key Set (RFC 7517, 5).</summary>
/// <param name="Keys">All that it is to have, two at most; none takes its keys away.</param>
public sealed record KeysRequest(IReadOnlyList<JsonElement>? Keys = null);

/// <summary>Takes the public keys of a client that signs assertions (private_key_jwt).</summary>
internal static class ChangeKeys
{
    /// <summary>The audit's word.</summary>
    public const string Action = "client.change-keys";

    /// <summary>
    /// PUT /api/v1/organisations/{id}/clients/{client}/keys with If-Match: 200 with the client. The keys take the place of
    /// those that it had: to change one, send both, let the client sign with the new one, then send that alone. 400 by field:
    /// missing_field, out_of_range, invalid_key, private_key, unsupported_key, too_long, stands_twice; 404 client_not_found;
    /// 409 last_credential (it has no secret either), client_revoked; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<ClientView>> HandleAsync(
        Guid id, Guid client, KeysRequest request, HttpContext http, ClientChange changes, CancellationToken cancellationToken)
    {
        var keys = Check(request);
        return TypedResults.Ok(await changes.RunAsync(
            http, id, client, Action, (found, application) => Take(found, application, keys), cancellationToken));
    }

    /// <summary>The keys, checked.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    public static IReadOnlyList<JsonWebKey> Check(KeysRequest request)
    {
        var rules = new Rules();
        rules.Required(request.Keys is not null, "keys");
        var keys = PublicKeys.Check(rules, request.Keys ?? []);
        rules.Enforce();
        return keys;
    }

    /// <summary>Puts the keys in the place of those that were there.</summary>
    public static void Take(PartnerClient client, OpenIddictApplicationDescriptor application, IReadOnlyList<JsonWebKey> keys)
    {
        client.HoldKeys([.. keys.Select(key => key.Kid)]);
        application.JsonWebKeySet = ApplicationOf.KeySet(keys);
    }
}
