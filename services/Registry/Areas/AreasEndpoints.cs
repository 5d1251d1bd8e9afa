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
            .WithDescription("All areas by code, in one page, with what other lists call them and the version of the list; those that are `deprecatedSince` a day, too. `name` is in the language of `lang` (nb, uk or en), else of Accept-Language, else in English.");

    private static async Task<AreaListView> ListAsync(
        string? lang, FindAreas find, HttpContext http, CancellationToken cancellationToken) =>
        new(AreaList.Current.Version, await find.RunAsync(ReaderLanguage.Of(lang, http), cancellationToken), null);
}
