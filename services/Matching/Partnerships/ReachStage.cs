using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>The next stage.</summary>
/// <param name="Stage">exploring, letter_of_intent, acute_help, active, closed or cancelled.</param>
/// <param name="On">The day on which it was reached, ISO 8601; not in the future.</param>
/// <param name="Text">What a person says to it, at most 4000 characters; the reason, and required, with closed and cancelled.</param>
public sealed record StageRequest(string? Stage = null, string? On = null, string? Text = null);

/// <summary>A partnership reaches its next stage; capacity in use, and whether it exists, follow.</summary>
internal sealed class ReachStage(PartnershipChange changes, SupplierLedger ledger)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong, before_stage; 404 unknown_partnership; 409 illegal_step; 412 and 428 by version.</exception>
    public Task<Partnership> RunAsync(Guid id, StageRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var stage = rules.RequiredChoice<PartnershipStage>(request.Stage, "stage");
        var on = rules.RequiredDay(request.On, "on");
        rules.Check(on <= changes.Today, "on", "in_future", "A stage is told once it has been reached.");
        var text = rules.Block(request.Text, "text", longest: 4000);
        rules.Required(
            !(rules.Hold && PartnershipLifeCycle.IsEnd(stage)) || text is { Length: > 0 }, "text", "Say why the partnership ends.");
        rules.Enforce();
        return changes.RunAsync(
            id,
            seen,
            partnership =>
            {
                partnership.Reach(stage, on);
                return ledger.MoveAsync(partnership.Id, partnership.SupplierId, PartnershipLifeCycle.HoldOf(stage), cancellationToken);
            },
            new PartnershipNote("partnership.stage", text, WireName.Of(stage), on, PartnershipEvent.StageReached),
            cancellationToken);
    }
}
