using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Problems;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Imports;

/// <summary>An empty file of needs to fill in.</summary>
internal static class TemplateDownload
{
    public static void MapTemplateDownload(this IEndpointRouteBuilder app) =>
        app.MapGet("/needs/import/template", HandleAsync).RequireAccess(AccessPolicies.NeedsWrite);

    private static async Task<IResult> HandleAsync(string? format, string? language, NeedImportsClient imports)
    {
        var reply = await imports.GetTemplateAsync(new GetTemplateRequest { Format = format ?? "", Language = language ?? "" }).ReplyAsync();
        return reply.Value is { } template
            ? TypedResults.File(template.Content.ToByteArray(), template.MediaType, template.Name)
            : RefusedPage.Of(reply.Refused!);
    }
}
