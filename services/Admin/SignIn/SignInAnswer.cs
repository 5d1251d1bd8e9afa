using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Kommunebro.Admin.SignIn;

/// <summary>What comes back from identity with the browser.</summary>
internal static class SignInAnswer
{
    /// <summary>A person: the session is made of what the services will judge by.</summary>
    public static Task TakeAsync(TokenValidatedContext context, TimeProvider clock)
    {
        var answer = context.TokenEndpointResponse;
        if (answer?.AccessToken is not { Length: > 0 } access)
        {
            context.Fail("identity gave no access token.");
            return Task.CompletedTask;
        }

        var seconds = int.TryParse(answer.ExpiresIn, CultureInfo.InvariantCulture, out var given) ? given : 600;
        context.Principal = StaffTokens.PersonOf(access, context.Principal?.FindFirst(StaffTokens.Name)?.Value);
        context.Properties ??= new AuthenticationProperties();
        context.Properties.Store(access, answer.RefreshToken, answer.IdToken, clock.GetUtcNow().AddSeconds(seconds));
        return Task.CompletedTask;
    }

    /// <summary>Declined, too old, or opened twice: a page offers to try again.</summary>
    public static Task FailAsync(RemoteFailureContext context)
    {
        context.Response.Redirect($"{AdminHost.BasePath}/sign-in-failed");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
