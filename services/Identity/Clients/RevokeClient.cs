using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>Ends a partner's client.</summary>
internal sealed class RevokeClient(IdentityDb db, IOpenIddictApplicationManager applications, TimeProvider clock)
{
    /// <summary>
    /// POST /api/v1/organisations/{id}/clients/{client}/revoke with If-Match: 200 with the client. It gets no more tokens;
    /// those that it holds end within ten minutes. 404 client_not_found; 409 already_revoked; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<ClientView>> HandleAsync(
        Guid id, Guid client, HttpContext http, IdentityDb db, RevokeClient revoke, CancellationToken cancellationToken)
    {
        var found = await db.Clients.SingleOrDefaultAsync(one => one.Id == client && one.OrganisationId == id, cancellationToken)
            ?? throw FindClients.NotFound();
        IfMatch.Require(http, found.Version);
        var revoked = await revoke.RunAsync(found, cancellationToken);
        ETag.Set(http, revoked.Version);
        return TypedResults.Ok(revoked);
    }

    /// <summary>Ends <paramref name="found"/>, as it was read from the database, and stores that with its audit.</summary>
    /// <exception cref="Refusal">Conflict already_revoked.</exception>
    public async Task<ClientView> RunAsync(PartnerClient found, CancellationToken cancellationToken)
    {
        if (found.RevokedAt is not null)
            throw new Refusal(RefusalKind.Conflict, "already_revoked", "The client has been revoked already.");
        var before = ClientView.Of(found);
        found.Revoke(clock.Now());
        db.Audit("client.revoke", "client", $"{found.Id}", before, ClientView.Of(found));
        await DeleteAsync(found.ClientId, cancellationToken);
        return ClientView.Of(found);
    }

    /// <summary>OpenIddict deletes in several statements, and saves what was noted here.</summary>
    private async Task DeleteAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        await db.SaveChangesAsync(cancellationToken);
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application)
            await applications.DeleteAsync(application, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
    }
}
