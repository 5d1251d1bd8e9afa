using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Why AUC says no.</summary>
/// <param name="ReasonCode">area_mismatch, duplicate, insufficient_information, outside_programme or other.</param>
/// <param name="Text">The same in words, 3 to 2000 characters; demanded with other.</param>
public sealed record RejectRequest(string? ReasonCode = null, string? Text = null);

/// <summary>AUC turns a need down, for a typed reason.</summary>
internal static class RejectNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/reject with If-Match: 200 with the need. 400 with everything that is wrong;
    /// 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, RejectRequest request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Turns the need down.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, RejectRequest request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var reason = rules.RequiredChoice<RejectionReason>(request.ReasonCode, "reasonCode");
        var text = rules.Block(request.Text, "text", shortest: 3, longest: 2000);
        rules.Required(
            reason != RejectionReason.Other || text is not null, "text", "Another reason must be put in words.");
        rules.Enforce();
        var words = text is null ? WireName.Of(reason) : $"{WireName.Of(reason)}: {text}";
        return changes.RunAsync(id, NeedStep.Reject, requireVersion, (need, _, now) => need.Reject(reason, text, now), words, cancellationToken);
    }
}
