using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Connect;

/// <summary>
/// Notes in the audit and in a line of the log which client was refused: for its credentials, wherever it gave them, or for
/// what it asked with them. A client that does not exist is not named: what was sent in its place may be a secret.
/// </summary>
internal sealed partial class RefusedClients(IdentityDb db, GuessAudit guesses, ILogger<RefusedClients> logger) :
    IOpenIddictServerHandler<ApplyTokenResponseContext>,
    IOpenIddictServerHandler<ApplyPushedAuthorizationResponseContext>,
    IOpenIddictServerHandler<ApplyRevocationResponseContext>
{
    // After the error has got its final name, before the answer is written.
    private const int Order = int.MinValue + 200_000;

    public static void Register(OpenIddictServerBuilder server) => server
        .AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseScopedHandler<RefusedClients>().SetOrder(Order))
        .AddEventHandler<ApplyPushedAuthorizationResponseContext>(handler => handler.UseScopedHandler<RefusedClients>().SetOrder(Order))
        .AddEventHandler<ApplyRevocationResponseContext>(handler => handler.UseScopedHandler<RefusedClients>().SetOrder(Order));

    public ValueTask HandleAsync(ApplyTokenResponseContext context) => NoteAsync(context.Request, context.Error, context.CancellationToken);

    public ValueTask HandleAsync(ApplyPushedAuthorizationResponseContext context) => NoteAsync(context.Request, context.Error, context.CancellationToken);

    public ValueTask HandleAsync(ApplyRevocationResponseContext context) => NoteAsync(context.Request, context.Error, context.CancellationToken);

    private async ValueTask NoteAsync(OpenIddictRequest? request, string? error, CancellationToken cancellationToken)
    {
        if (error is null or Errors.ServerError || request is null)
            return;
        // Codes and refresh tokens are a person's; of them only the client's own failure counts.
        if (error != Errors.InvalidClient && !request.IsClientCredentialsGrantType())
            return;
        var (subject, client) = await FindAsync(request.ClientId, cancellationToken);
        Log.Refused(logger, client, error);
        await guesses.NoteAsync("client.token-refused", "client", subject, new() { ["error"] = error }, cancellationToken);
    }

    /// <summary>The audit's id of the client, and its client id.</summary>
    private async Task<(string Subject, string ClientId)> FindAsync(string? clientId, CancellationToken cancellationToken)
    {
        if (clientId is null)
            return (GuessAudit.Unknown, GuessAudit.Unknown);
        if (ServiceClient.Find(clientId) is { } service)
            return (service.Id, service.Id);
        var partner = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.ClientId == clientId, cancellationToken);
        return partner is null ? (GuessAudit.Unknown, GuessAudit.Unknown) : ($"{partner.Id}", partner.ClientId);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Client {ClientId} was refused: {Error}")]
        public static partial void Refused(ILogger logger, string clientId, string error);
    }
}
