using System.Globalization;
using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>Somebody brings an idea of DREAM, where the platform itself may not call out.</summary>
internal static class BringDreamIdea
{
    /// <summary>
    /// POST /api/v1/needs/dream-ideas with DREAM's answer of one idea as it is (GET …/ideas/{id}): 201 with the draft, or 200 when it was known,
    /// which takes over a later change. 400 not_a_dream_idea.
    /// </summary>
    public static async Task<Results<Created<DreamIdeaView>, Ok<DreamIdeaView>>> HandleAsync(
        JsonObject idea, HttpContext http, NeedsIntakeDb db, ImportDream import, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (kept, isNew) = await import.KeepAsync(idea, UpdatedAt(idea) ?? InMicroseconds(clock.GetUtcNow()), cancellationToken);
        db.Audit("dream-idea.bring", "dream-idea", kept.DreamId, before: null, new { kept.Version, kept.UpdatedAt });
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, kept.Version);
        var view = DreamIdeaView.Of(kept);
        return isNew ? TypedResults.Created("/api/v1/needs/dream-ideas", view) : TypedResults.Ok(view);
    }

    private static DateTimeOffset? UpdatedAt(JsonObject idea) => DateTimeOffset.TryParse(
        (idea["external"] as JsonObject)?["updated"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var updated)
        ? updated
        : null;

    private static DateTimeOffset InMicroseconds(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
}
