using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>A person's own proposal.</summary>
/// <param name="NeedId">The verified need.</param>
/// <param name="Supplier">Official code of who would help.</param>
/// <param name="Reason">Why these two, 3 to 2000 characters.</param>
/// <param name="Quarters">1 to 4 quarters of a need that is large enough to be shared; all that is left when not given.</param>
/// <param name="Opening">
/// With a hromada that is occupied, for whom it is meant: free_part where it is occupied in part, else, by AUC alone,
/// relocated_administration or displaced_residents.
/// </param>
public sealed record ProposeRequest(Guid? NeedId = null, string? Supplier = null, string? Reason = null, int? Quarters = null, string? Opening = null);

/// <summary>Proposes by hand; the same hard rules as in a run, except that a person may open an occupied hromada.</summary>
internal sealed class ProposeByHand(PickedPair pairs, ProposalChange changes, Caller caller)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; also <see cref="PickedPair.FindAsync"/>.</exception>
    public Task<Proposal> RunAsync(ProposeRequest request, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(request.NeedId is not null, "needId");
        rules.Required(request.Supplier is { Length: > 0 }, "supplier", "Give the supplier's official code.");
        rules.Required(!string.IsNullOrWhiteSpace(request.Reason), "reason", "Say why these two.");
        var reason = rules.Block(request.Reason, "reason", longest: 2000, shortest: 3);
        var opening = rules.Opening(request.Opening, caller);
        rules.Enforce();
        return changes.AddAsync(
            async () => Proposal.ByHand(
                await pairs.FindAsync(request.NeedId!.Value, request.Supplier!, request.Quarters, opening, language, cancellationToken),
                reason!,
                caller.IsKs() ? ApprovalKey.Ks : ApprovalKey.Auc,
                opening,
                changes.Now),
            new ProposalNote("proposal.propose", reason),
            cancellationToken);
    }
}
