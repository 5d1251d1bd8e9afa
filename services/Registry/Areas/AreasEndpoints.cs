using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Areas;

/// <summary>REST: /api/v1/areas.</summary>
internal static class AreasEndpoints
{
    public static void MapAreas(this RouteGroupBuilder api) =>
        api.MapGet("/areas", ListAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("The code list of areas")
            .WithDescription("All areas by code, in one page. `name` is in the language of `lang` (nb, uk or en), else of Accept-Language, else in English.");

    private static async Task<Page<AreaView>> ListAsync(
        string? lang, FindAreas find, HttpContext http, CancellationToken cancellationToken) =>
        new(await find.RunAsync(ReaderLanguage.Of(lang, http), cancellationToken), null);
}
