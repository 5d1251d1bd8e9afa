using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>Ideas of DREAM, under /api/v1/needs/dream-ideas.</summary>
internal static class DreamEndpoints
{
    public static void MapDreamIdeas(this WebApplication app)
    {
        var ideas = app.MapGroup("/api/v1/needs/dream-ideas").RequireAccess(AccessPolicies.NeedsVerify);
        ideas.MapGet("", FindDreamIdeas.HandleAsync);
        ideas.MapPost("", BringDreamIdea.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        ideas.MapPost("/{dreamId}/take", TakeDreamIdea.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        ideas.MapPost("/{dreamId}/dismiss", DismissDreamIdea.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
    }
}
