using Kommunebro.Admin.Drafts;
using Microsoft.AspNetCore.Antiforgery;

namespace Kommunebro.Admin.Forms;

/// <summary>Reads a request's form before the page does, and never lets one get lost.</summary>
internal static class FormIntake
{
    /// <summary>Comes after antiforgery, before the endpoints.</summary>
    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var drafts = context.RequestServices.GetRequiredService<DraftKeeper>();
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } failed)
        {
            // Not the mark is wrong, but the form too large to be read.
            if (failed.Error?.InnerException is BadHttpRequestException unreadable)
                throw unreadable;
            await ShowAgainAsync(context, drafts);
            return;
        }

        var submission = context.RequestServices.GetRequiredService<Submission>();
        if (HttpMethods.IsGet(context.Request.Method) && await drafts.FindAsync(context, context.RequestAborted) is { } draft)
            submission.Take(draft, isDraft: true);
        else if (context.Request.HasFormContentType)
        {
            await drafts.DropAsync(context, context.RequestAborted);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            submission.Take(form.ToDictionary(field => field.Key, field => field.Value.ToString()), isDraft: false, form.Files);
        }

        await next(context);
    }

    /// <summary>
    /// Somebody signed in again in another tab: the form is theirs, its mark is not. They look and send it again. The
    /// framework refuses to read such a form; here nothing is done with it but to show it.
    /// </summary>
    private static async Task ShowAgainAsync(HttpContext context, DraftKeeper drafts)
    {
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        await drafts.KeepAsync(context, context.RequestAborted);
        context.Response.Redirect(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
    }
}
