using System.Runtime.CompilerServices;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Organisations;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Clients;

/// <summary>Looks at an organisation's clients.</summary>
internal static class FindClients
{
    /// <summary>
    /// GET /api/v1/organisations/{id}/clients?limit=…&amp;cursor=…: 200 with a page, oldest first, revoked ones included. 400
    /// out_of_range (limit) or invalid_cursor; 404 organisation_not_found.
    /// </summary>
    public static async Task<Ok<Page<ClientView>>> ListAsync(
        Guid id, [AsParameters] PageRequest page, HttpContext http, IdentityDb db, CancellationToken cancellationToken)
    {
        var size = page.Size();
        if (!await db.Organisations.AnyAsync(organisation => organisation.Id == id, cancellationToken))
            throw ChangeOrganisation.NotFound();
        var clients = db.Clients.AsNoTracking().Where(client => client.OrganisationId == id);
        if (IdCursor.Of(page) is { } last)
            clients = clients.Where(client => client.Id > last);
        var rows = await clients.OrderBy(client => client.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows.ConvertAll(ClientView.Of), size, row => IdCursor.After(row.Id)).WithLink(http));
    }

    /// <summary>GET /api/v1/organisations/{id}/clients/{client}: 200 with the client and its ETag. 404 client_not_found.</summary>
    public static async Task<Ok<ClientView>> GetAsync(
        Guid id, Guid client, HttpContext http, IdentityDb db, CancellationToken cancellationToken)
    {
        var found = await db.Clients.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == client && one.OrganisationId == id, cancellationToken) ?? throw NotFound();
        ETag.Set(http, found.Version);
        return TypedResults.Ok(ClientView.Of(found));
    }

    /// <summary>The refusal of an id that no client of the organisation has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("client_not_found", "The organisation has no such client.");

    /// <summary>Every client of one organisation, or of all; oldest first, revoked ones too.</summary>
    /// <exception cref="Refusal">organisation_not_found.</exception>
    public static async IAsyncEnumerable<PartnerClient> AllAsync(
        IdentityDb db, Guid? organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (organisation is not null && !await db.Organisations.AnyAsync(one => one.Id == organisation, cancellationToken))
            throw ChangeOrganisation.NotFound();
        var clients = db.Clients.AsNoTracking().Where(client => organisation == null || client.OrganisationId == organisation);
        await foreach (var client in clients.OrderBy(client => client.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return client;
    }

    /// <summary>The client that an operator calls by its client id or by its id, to change it.</summary>
    /// <exception cref="Refusal">client_not_found.</exception>
    public static async Task<PartnerClient> ToChangeAsync(IdentityDb db, string clientIdOrId, CancellationToken cancellationToken)
    {
        Guid? id = Guid.TryParse(clientIdOrId, out var given) ? given : null;
        return await db.Clients.SingleOrDefaultAsync(client => client.ClientId == clientIdOrId || client.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("client_not_found", "There is no such client.");
    }
}
