using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>REST: /api/v1/expressions-of-interest.</summary>
internal static class ExpressionsOfInterestEndpoints
{
    private const string Path = "/expressions-of-interest";

    public static void MapExpressionsOfInterest(this RouteGroupBuilder api)
    {
        var expressions = api.MapGroup(Path);
        expressions.MapPost("/", ExpressAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.OffersWrite)
            .WithSummary("Say in free text that a municipality wants to take part")
            .WithDescription("The contact is kept apart, and shown to coordinators and to those who act for the municipality.");
        expressions.MapGet("/", FindAsync)
            .WithFields<ExpressionOfInterestView>()
            .RequireAccess(AccessPolicies.InterestRead)
            .WithSummary("Expressions of interest, oldest first");
        expressions.MapGet("/{id:guid}", GetAsync)
            .RequireAccess(AccessPolicies.InterestRead)
            .WithSummary("One expression of interest");
    }

    private static async Task<Created<ExpressionOfInterestView>> ExpressAsync(
        ExpressionOfInterestRequest request, ExpressInterest express, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await express.RunAsync(request, cancellationToken);
        ETag.Set(http, view.Version);
        return TypedResults.Created($"/api/v1{Path}/{view.Id}", view);
    }

    private static async Task<Page<ExpressionOfInterestView>> FindAsync(
        [AsParameters] ExpressionOfInterestFilter filter,
        [AsParameters] PageRequest page,
        FindExpressionsOfInterest find,
        HttpContext http,
        CancellationToken cancellationToken) =>
        (await find.RunAsync(filter, page, cancellationToken)).WithLink(http);

    private static async Task<ExpressionOfInterestView> GetAsync(
        Guid id, GetExpressionOfInterest get, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await get.RunAsync(id, cancellationToken);
        ETag.Set(http, view.Version);
        return view;
    }
}
