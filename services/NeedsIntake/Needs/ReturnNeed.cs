using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What AUC asks.</summary>
/// <param name="Question">What the hromada should answer, in words or by saying the need anew, 3 to 2000 characters.</param>
public sealed record ReturnRequest(string? Question = null);

/// <summary>AUC asks the hromada something before it decides.</summary>
internal static class ReturnNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/return with If-Match: 200 with the need. 400 with everything that is wrong;
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, ReturnRequest request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Asks the hromada.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, ReturnRequest request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(request.Question is not null, "question", "Say what the hromada should answer.");
        var question = rules.Block(request.Question, "question", shortest: 3, longest: 2000);
        rules.Enforce();
        return changes.RunAsync(id, NeedStep.Return, requireVersion, (need, _, now) => need.Return(question!, now), question, cancellationToken);
    }
}
