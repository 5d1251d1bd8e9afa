using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Connect;

/// <summary>
/// Answers whoever cannot show to be a client in the same words, and after the same work, whether there is such a client or
/// not, and whatever credentials it has: so nobody can find out where guessing is worth it.
/// </summary>
internal sealed class SameRefusal(IOpenIddictApplicationManager applications) :
    IOpenIddictServerHandler<ApplyTokenResponseContext>,
    IOpenIddictServerHandler<ApplyPushedAuthorizationResponseContext>,
    IOpenIddictServerHandler<ApplyRevocationResponseContext>
{
    private const string Words = "There is no such client, or its secret or assertion is not good.";

    // After the error has got its final name, before the answer is written.
    private const int Order = int.MinValue + 210_000;

    public static void Register(OpenIddictServerBuilder server) => server
        .AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseScopedHandler<SameRefusal>().SetOrder(Order))
        .AddEventHandler<ApplyPushedAuthorizationResponseContext>(handler => handler.UseScopedHandler<SameRefusal>().SetOrder(Order))
        .AddEventHandler<ApplyRevocationResponseContext>(handler => handler.UseScopedHandler<SameRefusal>().SetOrder(Order));

    public ValueTask HandleAsync(ApplyTokenResponseContext context) => SayAsync(context.Request, context.Response, context.CancellationToken);

    public ValueTask HandleAsync(ApplyPushedAuthorizationResponseContext context) => SayAsync(context.Request, context.Response, context.CancellationToken);

    public ValueTask HandleAsync(ApplyRevocationResponseContext context) => SayAsync(context.Request, context.Response, context.CancellationToken);

    private async ValueTask SayAsync(OpenIddictRequest? request, OpenIddictResponse response, CancellationToken cancellationToken)
    {
        // OpenIddict's own words come with an address; ours are on an assertion that the client's key has signed.
        if (response.Error != Errors.InvalidClient || response.ErrorUri is null)
            return;
        (response.ErrorDescription, response.ErrorUri) = (Words, null);
        if (request is { ClientId: { Length: > 0 } id, ClientSecret: { Length: > 0 } secret }
            && await applications.FindByClientIdAsync(id, cancellationToken) is null)
            await applications.ValidateClientSecretAsync(new OpenIddictEntityFrameworkCoreApplication(), secret, cancellationToken);
    }
}
