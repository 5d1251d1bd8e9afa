using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Succession;

/// <summary>REST: /api/v1/municipalities/{code}/succession.</summary>
internal static class SuccessionEndpoints
{
    public static void MapSuccession(this RouteGroupBuilder api) => api
        .MapGet("/municipalities/{code}/succession", OfAsync)
        .RequireAccess(AccessPolicies.RegistryRead)
        .WithName("GetSuccession")
        .WithSummary("What became of a Norwegian code, and what it came from")
        .WithDescription("`on` is the day of which the code is, `at` the day that is asked about; both are today when not given. Several `successors` (`ambiguous`) mean a split: they are never made one. 404 code_not_valid; 400 invalid_kommunenummer, out_of_range.");

    private static Task<SuccessionView> OfAsync(string code, DateOnly? on, DateOnly? at, FindSuccession find, CancellationToken cancellationToken) =>
        find.RunAsync(code, on, at, cancellationToken);
}
