using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>A person completes an idea of DREAM, and it becomes a submitted need.</summary>
internal static class TakeDreamIdea
{
    private static readonly string Dream = EnumName.Of(NeedSource.Dream);

    /// <summary>
    /// POST /api/v1/needs/dream-ideas/{dreamId}/take with If-Match and the need as it is to be: 201 with the need. 400 as for a new need; 404
    /// dream_idea_not_found; 409 already_decided; 412 and 428 by version.
    /// </summary>
    public static async Task<Created<NeedView>> HandleAsync(
        string dreamId,
        NeedRequest request,
        HttpContext http,
        NeedsIntakeDb db,
        NeedRules rules,
        NeedVisibility visibility,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var idea = await FindAsync(db, dreamId, cancellationToken);
        IfMatch.Require(http, idea.Version);
        // Whence it comes is known, whatever the request says of it.
        var (statement, hromada) = await rules.CheckAsync(request with { DreamId = idea.DreamId, Source = Dream }, cancellationToken);
        var need = SubmitNeed.Add(db, statement, hromada, clock.GetUtcNow());
        idea.Take(need.Id);
        db.Audit("dream-idea.take", "dream-idea", idea.DreamId, before: null, new { idea.Version, NeedId = need.Id });
        await db.SaveChangesAsync(cancellationToken);
        return await SubmitNeed.AnswerAsync(http, need, hromada, visibility, cancellationToken);
    }

    /// <summary>The idea.</summary>
    /// <exception cref="Refusal">dream_idea_not_found.</exception>
    public static async Task<DreamIdea> FindAsync(NeedsIntakeDb db, string dreamId, CancellationToken cancellationToken) =>
        await db.Set<DreamIdea>().SingleOrDefaultAsync(idea => idea.DreamId == dreamId, cancellationToken)
        ?? throw Refusal.NotFound("dream_idea_not_found", "No idea of DREAM with this id has been read.");
}
