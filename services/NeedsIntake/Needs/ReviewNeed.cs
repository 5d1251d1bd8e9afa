using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A coordinator of AUC takes a need up, so that no two work on it.</summary>
internal static class ReviewNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/review with If-Match: 200 with the need, which is under review by the caller.
    /// 404 need_not_found; 409 illegal_step or already_reviewer; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, Caller caller, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, caller, cancellationToken));

    /// <summary>Takes it up.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, Caller caller, CancellationToken cancellationToken)
    {
        var words = request.Take();
        return changes.RunAsync(id, NeedStep.Review, requireVersion, (need, _, now) => need.Review(caller.Actor, now), words, cancellationToken);
    }
}
