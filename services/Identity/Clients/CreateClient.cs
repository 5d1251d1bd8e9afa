using Kommunebro.Identity.Data;
using Kommunebro.Identity.Organisations;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>Gives a partner organisation a client: by the REST face, or by the local mode.</summary>
public sealed class CreateClient(IdentityDb db, IOpenIddictApplicationManager applications, TimeProvider clock)
{
    /// <summary>Makes it, and its secret unless it has keys.</summary>
    /// <exception cref="Refusal">Invalid with all violations; not found organisation_not_found; conflict organisation_closed.</exception>
    public async Task<ClientWithSecret> RunAsync(Guid organisationId, ClientRequest request, CancellationToken cancellationToken)
    {
        var (name, scopes, keys) = request.Check();
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == organisationId, cancellationToken)
            ?? throw ChangeOrganisation.NotFound();
        if (!organisation.Active)
            throw new Refusal(RefusalKind.Conflict, "organisation_closed", "A closed organisation gets no client. Reopen it first.");
        var client = PartnerClient.Make(organisationId, name, scopes, [.. keys.Select(key => key.Kid)], clock.Now());
        var secret = client.HasSecret ? ClientSecret.Make() : null;
        db.Add(client);
        db.Audit("client.create", "client", $"{client.Id}", before: null, ClientView.Of(client));
        // OpenIddict saves: the client, its audit and the application come in one transaction.
        await applications.CreateAsync(ApplicationOf.Client(client.ClientId, secret, scopes, keys), cancellationToken);
        return new ClientWithSecret(ClientView.Of(client), secret);
    }

    /// <summary>
    /// POST /api/v1/organisations/{id}/clients: 201 with the client and its secret, told this once; a client with keys has
    /// none. 400 with everything that is wrong; 404 organisation_not_found; 409 organisation_closed. Takes no Idempotency-Key, since the answer holds a
    /// secret: who lost it revokes the client and makes another.
    /// </summary>
    internal static async Task<Created<ClientWithSecret>> HandleAsync(
        Guid id, ClientRequest request, HttpContext http, CreateClient create, CancellationToken cancellationToken)
    {
        var created = await create.RunAsync(id, request, cancellationToken);
        ETag.Set(http, created.Client.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/organisations/{id}/clients/{created.Client.Id}", created);
    }
}
