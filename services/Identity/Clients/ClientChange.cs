using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Clients;

/// <summary>What all changes of a client's credentials have in common: both rows change, ours and OpenIddict's, with the audit.</summary>
internal sealed class ClientChange(IdentityDb db, IOpenIddictApplicationManager applications)
{
    /// <summary>Does <paramref name="change"/> to the version that the request says was seen, and answers with its ETag.</summary>
    /// <exception cref="Refusal">client_not_found, a version; and as without a request.</exception>
    public async Task<ClientView> RunAsync(
        HttpContext http,
        Guid organisation,
        Guid client,
        string action,
        Action<PartnerClient, OpenIddictApplicationDescriptor> change,
        CancellationToken cancellationToken)
    {
        var found = await db.Clients.SingleOrDefaultAsync(one => one.Id == client && one.OrganisationId == organisation, cancellationToken)
            ?? throw FindClients.NotFound();
        IfMatch.Require(http, found.Version);
        var changed = await RunAsync(found, action, change, cancellationToken);
        ETag.Set(http, changed.Version);
        return changed;
    }

    /// <summary>Does <paramref name="change"/> to <paramref name="found"/>, as it was read from the database.</summary>
    /// <exception cref="Refusal">Conflict client_revoked, or what <paramref name="change"/> refuses.</exception>
    public async Task<ClientView> RunAsync(
        PartnerClient found, string action, Action<PartnerClient, OpenIddictApplicationDescriptor> change, CancellationToken cancellationToken)
    {
        if (found.RevokedAt is not null || await applications.FindByClientIdAsync(found.ClientId, cancellationToken) is not { } application)
            throw new Refusal(RefusalKind.Conflict, "client_revoked", "The client has been revoked. Make another one.");
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancellationToken);
        var before = ClientView.Of(found);
        change(found, descriptor);
        db.Audit(action, "client", $"{found.Id}", before, ClientView.Of(found));
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        // First ours: its version says whether somebody else was faster.
        await db.SaveChangesAsync(cancellationToken);
        await applications.UpdateAsync(application, descriptor, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return ClientView.Of(found);
    }
}
