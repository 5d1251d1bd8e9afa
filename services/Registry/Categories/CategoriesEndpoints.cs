using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Categories;

/// <summary>REST: /api/v1/municipalities/{code}/category.</summary>
internal static class CategoriesEndpoints
{
    private const string Path = "/municipalities/{code}/category";

    public static void MapCategories(this RouteGroupBuilder api)
    {
        api.MapGet(Path, GetAsync)
            .RequireAccess(AccessPolicies.RegistryWrite)
            .WithName("GetCategory")
            .WithSummary("The programme category of a hromada, and all decisions on it")
            .WithDescription("`suggested` is what the list of territories says; it decides nothing. 404 municipality_not_found; 400 only_for_hromadas.");
        api.MapPost(Path, DecideAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.RegistryWrite)
            .WithName("DecideCategory")
            .WithSummary("Decide on the programme category of a hromada, with a reason")
            .WithDescription("Needs If-Match with the municipality's version. Earlier decisions stay. 404 municipality_not_found; 400 only_for_hromadas.");
    }

    private static async Task<CategoryView> GetAsync(string code, FindCategory find, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await find.RunAsync(code, cancellationToken), http);

    private static async Task<CategoryView> DecideAsync(
        string code, DecideCategoryRequest request, DecideCategory decide, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await decide.RunAsync(code, request, version => IfMatch.Require(http, version), cancellationToken), http);

    private static CategoryView Tagged(CategoryView view, HttpContext http)
    {
        ETag.Set(http, view.Version);
        return view;
    }
}
