using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Shortlists;

/// <summary>Shortlists.</summary>
public static class CandidatesEndpoints
{
    /// <summary>Maps /api/v1/candidates.</summary>
    public static void MapCandidates(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/candidates", FindCandidates.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
}
