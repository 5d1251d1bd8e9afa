using System.Text.Json;
using System.Text.Json.Nodes;
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
        JsonElement idea, HttpContext http, KeepDreamIdea keep, CancellationToken cancellationToken)
    {
        // Taken as an element, which tells a name that stands twice; an object of nodes would fail over it.
        var kept = idea.ValueKind == JsonValueKind.Object ? await keep.RunAsync(JsonObject.Create(idea)!, updatedAt: null, cancellationToken) : null;
        if (kept is null)
            throw DreamRecord.NoIdea("Send DREAM's answer of one idea: it has internal.code and cdu_response.title.");
        ETag.Set(http, kept.Idea.Version);
        var view = DreamIdeaView.Of(kept.Idea);
        return kept.IsNew ? TypedResults.Created("/api/v1/needs/dream-ideas", view) : TypedResults.Ok(view);
    }
}
