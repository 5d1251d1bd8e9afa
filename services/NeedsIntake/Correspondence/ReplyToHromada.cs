using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Correspondence;

/// <summary>AUC answers the hromada's question, or tells it something.</summary>
internal static class ReplyToHromada
{
    /// <summary>
    /// POST /api/v1/needs/{id}/reply with If-Match: 200 with the need, where it stood. 400 (text);
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Replies.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var words = request.Require("Give the reply.");
        return changes.RunAsync(id, NeedStep.Reply, requireVersion, (need, _, now) => need.Talk(NeedStep.Reply, now), words, cancellationToken);
    }
}
