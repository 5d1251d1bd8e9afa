using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>What is decided on.</summary>
public enum TextDecision { Clear, Restrict }

/// <summary>What a person decides on the findings in a need's texts.</summary>
/// <param name="Decision">clear (nothing in them harms; the need's own sensitivity holds) or restrict.</param>
/// <param name="ExemptionGround">personal_data, security, foreign_relations or ukrainian_limited_access; demanded to restrict.</param>
/// <param name="Text">A note, 3 to 1000 characters.</param>
public sealed record TextDecisionRequest(string? Decision = null, string? ExemptionGround = null, string? Text = null);

/// <summary>AUC decides whether a need with findings in its texts may be seen by others.</summary>
internal static class DecideTexts
{
    /// <summary>
    /// POST /api/v1/needs/{id}/decide-texts with If-Match: 200 with the need, where it stood. 400 with everything that is wrong;
    /// 404 need_not_found; 409 illegal_step or no_findings; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, TextDecisionRequest request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Decides.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, TextDecisionRequest request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var restrict = rules.RequiredChoice<TextDecision>(request.Decision, "decision") == TextDecision.Restrict;
        var ground = rules.Choice<ExemptionGround>(request.ExemptionGround, "exemptionGround");
        rules.Required(!restrict || request.ExemptionGround is not null, "exemptionGround", "Name the legal ground.");
        var text = rules.Block(request.Text, "text", shortest: 3, longest: 1000);
        rules.Enforce();
        return changes.RunAsync(
            id, NeedStep.DecideTexts, requireVersion, (need, _, now) => need.DecideTexts(restrict ? ground : null, now), text, cancellationToken);
    }
}
