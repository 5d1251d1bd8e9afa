using Kommunebro.Admin.Problems;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Admin.Layout;

/// <summary>A page that nobody must sign in for, and why.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenPageAttribute(string reason) : Attribute
{
    public string Reason => reason;
}

/// <summary>Registers the pages. One without a policy must say why; the strictest rule meets what says neither.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().Add(endpoint =>
        {
            var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
            if (page?.GetCustomAttributes(typeof(OpenPageAttribute), inherit: false).FirstOrDefault() is OpenPageAttribute open)
                endpoint.Metadata.Add(new OpenToAll(open.Reason));
            else if (page is null)
                endpoint.Metadata.Add(new OpenToAll("The framework's own: it leads only to addresses that this host has sealed."));
        });
        app.MapFallback("{**path}", () => new RazorComponentResult<ProblemDocument>(new { Kind = ProblemKind.NotFound }) { StatusCode = 404 })
            .WithMetadata(new OpenToAll("There is nothing here to protect."));
    }
}
