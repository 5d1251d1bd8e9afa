using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The hromada or AUC hides a need at once for reasons of security; matching works on it no more.</summary>
internal static class SuspendNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/suspend with If-Match: 200 with the need. 400 (text: why);
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Suspends it.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var words = request.Require("Say what the danger is.");
        return changes.RunAsync(id, NeedStep.Suspend, requireVersion, (need, _, now) => need.Suspend(now), words, cancellationToken);
    }
}
