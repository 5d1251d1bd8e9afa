using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Reviews;

/// <summary>REST: /api/v1/imports/reviews.</summary>
internal static class ReviewsEndpoints
{
    public static void MapReviews(this RouteGroupBuilder api)
    {
        var reviews = api.MapGroup("/imports/reviews");
        reviews.MapGet("/", FindAsync)
            .RequireAccess(AccessPolicies.RegistryWrite)
            .WithName("ListImportReviews")
            .WithSummary("Rows of official registers that wait for a person")
            .WithDescription("What an import did not take over, because only a person can say what it means; oldest first.");
        reviews.MapPost("/{id:guid}/settle", SettleAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.RegistryWrite)
            .WithName("SettleImportReview")
            .WithSummary("Say what was done about such a row")
            .WithDescription("Needs If-Match. The register itself is changed by its own commands; the row only leaves the queue, and does not come back with the next import. 404 review_not_found; 409 review_settled.");
    }

    private static async Task<Page<ReviewView>> FindAsync(
        [AsParameters] ReviewFilter filter, [AsParameters] PageRequest page, string? lang, FindReviews find, HttpContext http, CancellationToken cancellationToken) =>
        (await find.RunAsync(filter, page, ReaderLanguage.Of(lang, http), cancellationToken)).WithLink(http);

    private static async Task<ReviewView> SettleAsync(
        Guid id, SettleReviewRequest request, string? lang, SettleReview settle, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await settle.RunAsync(id, request, version => IfMatch.Require(http, version), ReaderLanguage.Of(lang, http), cancellationToken);
        ETag.Set(http, view.Version);
        return view;
    }
}
