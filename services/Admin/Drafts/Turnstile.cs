using Kommunebro.Admin.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Admin.Drafts;

/// <summary>
/// What happens to a request without the right: a person who is not signed in goes to identity, and what the form held
/// waits for the return; one who may not is told whom to ask.
/// </summary>
internal sealed class Turnstile : IAuthorizationMiddlewareResultHandler
{
    // More than anybody writes. A form with a larger file is not kept: whoever has no session must not fill the disk.
    private const long MostBytesKept = 1024 * 1024;

    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
            await new RazorComponentResult<ProblemDocument>(new { Kind = ProblemKind.Forbidden }) { StatusCode = 403 }.ExecuteAsync(context);
        else if (authorizeResult.Challenged && context.Request.Headers.Accept.Contains("text/event-stream"))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
        {
            if (authorizeResult.Challenged && HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength is <= MostBytesKept)
                await context.RequestServices.GetRequiredService<DraftKeeper>().KeepAsync(context, context.RequestAborted);
            await _standard.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}
