using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>REST: /api/v1/municipalities.</summary>
internal static class MunicipalitiesEndpoints
{
    public static void MapMunicipalities(this RouteGroupBuilder api)
    {
        var municipalities = api.MapGroup("/municipalities");
        municipalities.MapGet("/", FindAsync)
            .WithFields<MunicipalityView>()
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("Municipalities of both countries")
            .WithDescription("Sorted by the name in the place's own language, with `sort=name` by that which the reader sees; `name` is in the language of `lang` or Accept-Language. `area`, `minLevel` and `freeCapacity` ask for one available offer that fits. What lies in or near the war has no coordinates (`masked`).");
        municipalities.MapGet("/{code}", GetAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("One municipality by its official code");
        municipalities.MapPut("/{code}", RegisterAsync)
            .RequireAccess(AccessPolicies.RegistryWrite)
            .WithSummary("Register a municipality, or describe it anew")
            .WithDescription("201 when new. A change needs If-Match; the same description again is 200 and raises no version.");
    }

    private static async Task<Page<MunicipalityView>> FindAsync(
        [AsParameters] MunicipalityFilter filter,
        [AsParameters] PageRequest page,
        string? sort,
        string? lang,
        FindMunicipalities find,
        HttpContext http,
        CancellationToken cancellationToken) =>
        (await find.RunAsync(filter, sort, page, ReaderLanguage.Of(lang, http), cancellationToken)).WithLink(http);

    private static async Task<MunicipalityView> GetAsync(
        string code, string? lang, GetMunicipality get, HttpContext http, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return Show(await get.RunAsync(code, cancellationToken), language, http);
    }

    private static async Task<Results<Created<MunicipalityView>, Ok<MunicipalityView>>> RegisterAsync(
        string code,
        string? lang,
        MunicipalityRequest request,
        RegisterMunicipality register,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        // First, so that a language that is none refuses before anything is changed.
        var language = ReaderLanguage.Of(lang, http);
        var (municipality, isNew) = await register.RunAsync(
            code, request, version => IfMatch.Require(http, version), cancellationToken);
        var view = Show(municipality, language, http);
        return isNew ? TypedResults.Created($"/api/v1/municipalities/{code}", view) : TypedResults.Ok(view);
    }

    private static MunicipalityView Show(Municipality municipality, string language, HttpContext http)
    {
        ETag.Set(http, municipality.Version);
        return MunicipalityMask.Show(municipality, language);
    }
}
