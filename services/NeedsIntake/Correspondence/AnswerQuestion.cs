using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Correspondence;

/// <summary>The hromada answers AUC's question without saying the whole need anew.</summary>
internal static class AnswerQuestion
{
    /// <summary>
    /// POST /api/v1/needs/{id}/answer with If-Match: 200 with the need, which waits for AUC again. 400 (text);
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, StepWords request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Answers.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, StepWords request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var words = request.Require("Give the answer.");
        return changes.RunAsync(id, NeedStep.Answer, requireVersion, (need, _, now) => need.Answer(now), words, cancellationToken);
    }
}
