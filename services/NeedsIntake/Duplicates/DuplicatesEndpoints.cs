using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>Needs that may be the same, under /api/v1/needs.</summary>
internal static class DuplicatesEndpoints
{
    public static void MapDuplicates(this WebApplication app)
    {
        app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsRead)
            .MapGet("/{id:guid}/duplicates", GetDuplicates.HandleAsync);
        var verification = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsVerify);
        verification.MapGet("/duplicates", FindDuplicates.HandleAsync);
        verification.MapPut("/{id:guid}/duplicates/{otherId:guid}", LinkNeeds.HandleAsync);
    }
}
