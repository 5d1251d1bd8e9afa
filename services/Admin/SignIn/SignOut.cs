using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.Admin.SignIn;

/// <summary>Ends the session here, then at identity.</summary>
internal static partial class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app) => app
        .MapPost("/sign-out", HandleAsync)
        .WithMetadata(new OpenToAll("Whoever is not signed in has nothing to end."));

    private static async Task HandleAsync(HttpContext context, [FromForm(Name = "leave")] string? _, ILoggerFactory loggers)
    {
        var session = await context.AuthenticateAsync(SigningIn.Session);
        // First here: when identity is away, the session must be over all the same.
        await context.SignOutAsync(SigningIn.Session);
        if (session.Succeeded && await TryEndAtIdentityAsync(context, loggers))
            return;
        context.Response.Redirect($"{AdminHost.BasePath}/signed-out");
    }

    private static async Task<bool> TryEndAtIdentityAsync(HttpContext context, ILoggerFactory loggers)
    {
        try
        {
            await context.SignOutAsync(SigningIn.Identity, new AuthenticationProperties { RedirectUri = $"{AdminHost.BasePath}/signed-out" });
            return true;
        }
        catch (InvalidOperationException away)
        {
            Log.Away(loggers.CreateLogger(typeof(SignOut)), away.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "identity could not be told of a sign-out: {Reason}")]
        public static partial void Away(ILogger logger, string reason);
    }
}
