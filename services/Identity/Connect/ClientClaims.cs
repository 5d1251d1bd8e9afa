using System.Security.Claims;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Organisations;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>What the tokens of a partner's client or of a service say.</summary>
internal sealed class ClientClaims(IdentityDb db, TimeProvider clock)
{
    /// <summary>
    /// For a client that OpenIddict has authenticated, and whose scopes it has checked. Who asks for no scope gets all that
    /// are allowed. Null when it may not: its organisation is closed.
    /// </summary>
    public async Task<ClaimsPrincipal?> OfAsync(OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var clientId = request.ClientId!;
        if (ServiceClient.Find(clientId) is { } service)
            return Make(clientId, TokenClaims.ServiceKind, request, service.Scopes);
        var client = await db.Clients.AsNoTracking()
            .Where(one => one.ClientId == clientId && one.RevokedAt == null)
            .Join(db.Organisations.Where(one => one.Active), one => one.OrganisationId, one => one.Id, (one, _) => one)
            .SingleOrDefaultAsync(cancellationToken);
        if (client is null)
            return null;
        await NoteUseAsync(client.Id, cancellationToken);
        return OfPartner(clientId, client.OrganisationId, request, client.Scopes);
    }

    /// <summary>For whoever has proven to act for a partner organisation.</summary>
    /// <param name="subject">As which it acts.</param>
    /// <param name="organisation">Its organisation.</param>
    /// <param name="request">With the scopes that it asks for, if it asks for some.</param>
    /// <param name="allowed">Those that it may have.</param>
    public static ClaimsPrincipal OfPartner(string subject, Guid organisation, OpenIddictRequest request, IReadOnlyList<string> allowed)
    {
        var principal = Make(subject, TokenClaims.PartnerKind, request, allowed);
        principal.SetClaim(TokenClaims.Organisation, organisation.ToString());
        return principal.SetDestinations(_ => [Destinations.AccessToken]);
    }

    private static ClaimsPrincipal Make(string clientId, string kind, OpenIddictRequest request, IReadOnlyList<string> allowed)
    {
        var asked = request.GetScopes();
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Subject, TokenClaims.Role);
        identity.SetClaim(Claims.Subject, clientId).SetClaim(TokenClaims.Kind, kind);
        identity.SetScopes(asked.IsEmpty ? allowed : allowed.Intersect(asked, StringComparer.Ordinal)).SetResources(TokenClaims.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Beside the version: being used is no change that somebody could have overlooked.</summary>
    private Task<int> NoteUseAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.Clients.Where(client => client.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(client => client.LastUsedAt, now), cancellationToken);
    }
}
