using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>AUC undoes a rejection, a mark as duplicate or an expiry.</summary>
internal static class ReopenNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/reopen with If-Match: 200 with the need, which waits for AUC again. 400 (text: why);
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Opens it again.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var words = request.Require("Say why.");
        return changes.RunAsync(id, NeedStep.Reopen, requireVersion, (need, _, now) => need.Reopen(now), words, cancellationToken);
    }
}
