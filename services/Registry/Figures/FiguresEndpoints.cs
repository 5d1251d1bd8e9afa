using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Figures;

/// <summary>REST: /api/v1/municipalities/{code}/figures.</summary>
internal static class FiguresEndpoints
{
    public static void MapFigures(this RouteGroupBuilder api) => api
        .MapGet("/municipalities/{code}/figures", async (string code, FindFigures find, CancellationToken cancellationToken) =>
            new Page<FigureView>(await find.RunAsync(code, cancellationToken), null))
        .RequireAccess(AccessPolicies.RegistryRead)
        .WithName("ListFigures")
        .WithSummary("What official registers say of a municipality, with source and date")
        .WithDescription("By name, the latest first (`current`); what was said before stays. The place of what lies in or near the war is kept back (`masked`). 400 cyrillic_letters; 404 municipality_not_found.");
}
