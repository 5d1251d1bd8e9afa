using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>Why an idea is no need for this programme.</summary>
/// <param name="Reason">In words, 3 to 1000 characters.</param>
public sealed record DismissRequest(string? Reason = null);

/// <summary>A person says that an idea of DREAM is no need for this programme.</summary>
internal static class DismissDreamIdea
{
    /// <summary>
    /// POST /api/v1/needs/dream-ideas/{dreamId}/dismiss with If-Match: 200 with the idea. 400 with everything that is wrong; 404
    /// dream_idea_not_found; 409 already_decided; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<DreamIdeaView>> HandleAsync(
        string dreamId, DismissRequest request, HttpContext http, NeedsIntakeDb db, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(request.Reason is not null, "reason", "Say why it is no need for this programme.");
        var reason = rules.Block(request.Reason, "reason", shortest: 3, longest: 1000);
        rules.Enforce();
        var idea = await TakeDreamIdea.FindAsync(db, dreamId, cancellationToken);
        IfMatch.Require(http, idea.Version);
        idea.Dismiss(reason!);
        db.Audit("dream-idea.dismiss", "dream-idea", idea.DreamId, before: null, new { idea.Version });
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, idea.Version);
        return TypedResults.Ok(DreamIdeaView.Of(idea));
    }
}
