using Kommunebro.Admin.Drafts;
using Microsoft.AspNetCore.Antiforgery;

namespace Kommunebro.Admin.Forms;

/// <summary>Reads a request's form before the page does, and never lets one get lost.</summary>
internal static class FormIntake
{
    /// <summary>Comes after antiforgery, before the endpoints.</summary>
    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            if (await services.GetRequiredService<DraftKeeper>().FindAsync(context, context.RequestAborted) is { } draft)
                services.GetRequiredService<Submission>().Take(draft, isDraft: true);
        }
        else if (context.Request.HasFormContentType)
        {
            // Somebody signed in again in another tab: the form is theirs, its mark is not. They look and send it again.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                // The framework refuses to read such a form; here it is only shown again.
                context.Features.Set<IAntiforgeryValidationFeature>(null);
                await services.GetRequiredService<DraftKeeper>().KeepAsync(context, context.RequestAborted);
                context.Response.Redirect(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
                return;
            }

            await services.GetRequiredService<DraftKeeper>().DropAsync(context, context.RequestAborted);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            services.GetRequiredService<Submission>().Take(form.ToDictionary(field => field.Key, field => field.Value.ToString()), isDraft: false);
        }

        await next(context);
    }
}
