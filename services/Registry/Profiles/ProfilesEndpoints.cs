using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Profiles;

/// <summary>REST: /api/v1/municipalities/{code}/profile.</summary>
internal static class ProfilesEndpoints
{
    private const string Path = "/municipalities/{code}/profile";

    public static void MapProfiles(this RouteGroupBuilder api)
    {
        api.MapGet(Path, GetAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithName("GetProfile")
            .WithSummary("What a municipality says of itself")
            .WithDescription("Version 0 while it has said nothing. Of what lies in or near the war, partners that do not act for it are told neither its texts nor its administrative capacity, head and displaced persons (`masked`). 400 cyrillic_letters; 404 municipality_not_found.");
        api.MapPut(Path, WriteAsync)
            .RequireAccess(AccessPolicies.ProfilesWrite)
            .WithName("WriteProfile")
            .WithSummary("Say anew what a municipality says of itself")
            .WithDescription("Needs If-Match, \"0\" for the first. The same again raises no version. 404 municipality_not_found, also for one for which you do not act.");
    }

    private static async Task<ProfileView> GetAsync(string code, string? lang, GetProfile get, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await get.RunAsync(code, ReaderLanguage.Of(lang, http), cancellationToken);
        ETag.Set(http, view.Version);
        return view;
    }

    private static async Task<ProfileView> WriteAsync(
        string code, string? lang, ProfileRequest request, WriteProfile write, GetProfile get, HttpContext http, CancellationToken cancellationToken)
    {
        // First, so that a language that is none refuses before anything is changed.
        ReaderLanguage.Of(lang, http);
        await write.RunAsync(code, request, version => IfMatch.Require(http, version), cancellationToken);
        return await GetAsync(code, lang, get, http, cancellationToken);
    }
}
