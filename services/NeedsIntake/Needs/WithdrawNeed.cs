using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Why the hromada takes its need back.</summary>
/// <param name="Reason">In words, at most 1000 characters; null when it says nothing.</param>
public sealed record WithdrawRequest(string? Reason = null);

/// <summary>The hromada takes its need back; a verified one must not be matched any more.</summary>
internal static class WithdrawNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/withdraw with If-Match: 200 with the need. 400 with everything that is wrong;
    /// 404 need_not_found; 409 illegal_step, also for a need that is met; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, WithdrawRequest request, HttpContext http, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var reason = rules.Block(request.Reason, "reason", shortest: 1, longest: 1000);
        rules.Enforce();
        return NeedAnswer.Of(http, await changes.RunAsync(
            id,
            NeedStep.Withdraw,
            version => IfMatch.Require(http, version),
            (need, _, now) => need.Withdraw(reason, now),
            reason,
            cancellationToken));
    }
}
