using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run would look at.</summary>
public static class InputsEndpoints
{
    /// <summary>Maps /api/v1/matching-inputs.</summary>
    public static void MapInputs(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/matching-inputs", GetInputs.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
}
