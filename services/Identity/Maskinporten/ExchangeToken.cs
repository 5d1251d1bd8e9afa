using System.Security.Claims;
using Kommunebro.Identity.Assertions;
using Kommunebro.Identity.Connect;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>
/// Gives a partner our token for one of Maskinporten's (RFC 7523, 2.1), once: for the organisation whose number the token names
/// as its consumer, and with the scopes of ours that its scopes give. So services know one issuer, and nothing of Maskinporten.
/// </summary>
internal sealed partial class ExchangeToken(
    MaskinportenIssuer issuer, MaskinportenTokens tokens, IdentityDb db, GuessAudit guesses, ILogger<ExchangeToken> logger)
{
    /// <summary>The grant type.</summary>
    public const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <summary>What our token says; null when the token of Maskinporten is refused, and the audit knows why.</summary>
    /// <exception cref="Refusal">Unavailable temporarily_unavailable: Maskinporten has never been reached.</exception>
    public async Task<ClaimsPrincipal?> RunAsync(OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var (principal, organisation, fault) = await ExchangeAsync(request, cancellationToken);
        if (fault is not { } reason)
            return principal;
        var subject = organisation?.ToString() ?? GuessAudit.Unknown;
        Log.Refused(logger, subject, reason);
        await guesses.NoteAsync("organisation.token-refused", "organisation", subject, new() { ["reason"] = reason }, cancellationToken);
        return null;
    }

    private async Task<(ClaimsPrincipal? Principal, Guid? Organisation, TokenFault? Fault)> ExchangeAsync(
        OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var (token, fault) = await tokens.ReadAsync(request.Assertion ?? "", cancellationToken);
        if (token is null)
            return (null, null, fault);
        if (token.Consumer is not { } number)
            return (null, null, TokenFault.NoConsumer);
        if (await OrganisationOfAsync(number, cancellationToken) is not { } organisation)
            return (null, null, TokenFault.UnknownConsumer);
        var principal = ClientClaims.OfPartner(MaskinportenActor.Of(number), organisation, request, Given(token));
        if (principal.GetScopes().IsEmpty)
            return (null, organisation, TokenFault.NoScope);
        if (!await UsedAssertion.TakeAsync(db, issuer.Issuer.Name, token.Id, token.EndsAt, cancellationToken))
            return (null, organisation, TokenFault.Used);
        Log.Exchanged(logger, organisation, token.Client);
        return (principal, organisation, null);
    }

    /// <summary>Null when nobody open has the number, or more than one: then nobody knows for whom it would act.</summary>
    private async Task<Guid?> OrganisationOfAsync(string number, CancellationToken cancellationToken)
    {
        var found = await db.Organisations.Where(one => one.Active && one.OrganisationNumber == number)
            .Select(one => one.Id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }

    private List<string> Given(MaskinportenToken token) =>
        [.. issuer.Scopes.Where(scope => token.Scopes.Contains(scope.Value, StringComparer.Ordinal)).Select(scope => scope.Key)];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Organisation {OrganisationId} has exchanged a token of Maskinporten's client {Client}")]
        public static partial void Exchanged(ILogger logger, Guid organisationId, string client);

        [LoggerMessage(Level = LogLevel.Information, Message = "A token of Maskinporten was refused, organisation {OrganisationId}: {Reason}")]
        public static partial void Refused(ILogger logger, string organisationId, TokenFault reason);
    }
}
