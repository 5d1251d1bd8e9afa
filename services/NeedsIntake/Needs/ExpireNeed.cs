using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A person of AUC says that a need is out of date; nothing expires by itself.</summary>
internal static class ExpireNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/expire with If-Match: 200 with the need. 400 (text: how AUC knows);
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Lets it expire.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var words = request.Require("Say how AUC knows that it is out of date.");
        return changes.RunAsync(id, NeedStep.Expire, requireVersion, (need, _, now) => need.Expire(now), words, cancellationToken);
    }
}
