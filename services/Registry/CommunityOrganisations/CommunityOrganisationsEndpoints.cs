using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>REST: /api/v1/municipalities/{code}/community-organisations and /api/v1/community-organisations.</summary>
internal static class CommunityOrganisationsEndpoints
{
    private const string Path = "/community-organisations";
    private const string OfMunicipality = $"/municipalities/{{code}}{Path}";
    private const string One = $"{Path}/{{id:guid}}";

    public static void MapCommunityOrganisations(this RouteGroupBuilder api)
    {
        api.MapGet(OfMunicipality, FindAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithName("FindCommunityOrganisations")
            .WithSummary("Who in a municipality's community can add to what it does, oldest first")
            .WithDescription("Voluntary organisations, businesses, schools and inter-municipal companies. In or near the war there are none for partners that do not act for the municipality. 400 cyrillic_letters; 404 municipality_not_found.");
        api.MapPost(OfMunicipality, AddAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.ProfilesWrite)
            .WithName("AddCommunityOrganisation")
            .WithSummary("Take down who can add to what a municipality does")
            .WithDescription("For coordinators, and for partners who act for the municipality; for others it is 404 municipality_not_found. 409 community_organisation_exists: the same name in the same municipality.");
        api.MapGet(One, ShowAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithName("GetCommunityOrganisation")
            .WithSummary("One community organisation");
        api.MapPut(One, ReviseAsync)
            .RequireAccess(AccessPolicies.ProfilesWrite)
            .WithName("ReviseCommunityOrganisation")
            .WithSummary("Say all of a community organisation anew")
            .WithDescription("Needs If-Match. The same again raises no version. 404 community_organisation_not_found; 409 community_organisation_exists.");
        api.MapDelete(One, RemoveAsync)
            .RequireAccess(AccessPolicies.ProfilesWrite)
            .WithName("RemoveCommunityOrganisation")
            .WithSummary("Take a community organisation out of the register")
            .WithDescription("Needs If-Match. 404 community_organisation_not_found.");
    }

    private static async Task<Page<CommunityOrganisationView>> FindAsync(
        string code,
        [AsParameters] CommunityOrganisationFilter filter,
        [AsParameters] PageRequest page,
        string? lang,
        FindCommunityOrganisations find,
        HttpContext http,
        CancellationToken cancellationToken) =>
        (await find.RunAsync(code, filter, page, ReaderLanguage.Of(lang, http), cancellationToken)).WithLink(http);

    private static async Task<Created<CommunityOrganisationView>> AddAsync(
        string code,
        string? lang,
        CommunityOrganisationRequest request,
        AddCommunityOrganisation add,
        FindCommunityOrganisations find,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        // First, so that a language that is none refuses before anything is changed.
        ReaderLanguage.Of(lang, http);
        var id = await add.RunAsync(code, request, cancellationToken);
        return TypedResults.Created($"/api/v1{Path}/{id}", await ShowAsync(id, lang, find, http, cancellationToken));
    }

    private static async Task<CommunityOrganisationView> ReviseAsync(
        Guid id,
        string? lang,
        CommunityOrganisationRequest request,
        ReviseCommunityOrganisation revise,
        FindCommunityOrganisations find,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        ReaderLanguage.Of(lang, http);
        await revise.RunAsync(id, request, version => IfMatch.Require(http, version), cancellationToken);
        return await ShowAsync(id, lang, find, http, cancellationToken);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, RemoveCommunityOrganisation remove, HttpContext http, CancellationToken cancellationToken)
    {
        await remove.RunAsync(id, version => IfMatch.Require(http, version), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<CommunityOrganisationView> ShowAsync(
        Guid id, string? lang, FindCommunityOrganisations find, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await find.OneAsync(id, ReaderLanguage.Of(lang, http), cancellationToken);
        ETag.Set(http, view.Version);
        return view;
    }
}
