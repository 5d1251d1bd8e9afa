using System.Security.Claims;
using Kommunebro.Identity.Assertions;
using Kommunebro.Identity.Connect;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>
/// Gives a partner our token for one of Maskinporten's (RFC 7523, 2.1), once: for the organisation whose number the token names
/// as its consumer, and with the scopes of ours that its scopes give. So services know one issuer, and nothing of Maskinporten.
/// </summary>
internal sealed partial class ExchangeToken(
    MaskinportenIssuer issuer, MaskinportenTokens tokens, IdentityDb db, GuessAudit guesses, ILogger<ExchangeToken> logger)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <summary>The grant type.</summary>
    public const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    // The same for whatever is wrong with it.
    private const string Words = "The assertion is not accepted.";

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.GrantType != Grant)
            return;
        var (principal, organisation, fault) = await ExchangeAsync(context.Request, context.CancellationToken);
        if (principal is not null)
        {
            context.SignIn(principal);
            return;
        }

        var subject = organisation?.ToString() ?? GuessAudit.Unknown;
        Log.Refused(logger, subject, fault!.Value);
        await guesses.NoteAsync("organisation.token-refused", "organisation", subject, new() { ["reason"] = fault }, context.CancellationToken);
        context.Reject(Errors.InvalidGrant, Words);
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
