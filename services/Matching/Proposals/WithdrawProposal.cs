using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>Why a proposal is taken back.</summary>
/// <param name="Reason">3 to 2000 characters.</param>
public sealed record WithdrawProposalRequest(string? Reason = null);

/// <summary>Takes a proposal back that was not answered to the end, and sets free what it held.</summary>
internal sealed class WithdrawProposal(ProposalChange changes, SupplierLedger ledger)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 missing_field, too_short, too_long, control_characters; 404 unknown_proposal; 409 illegal_step; 412 and 428 by version.</exception>
    public Task<Proposal> RunAsync(Guid id, WithdrawProposalRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(!string.IsNullOrWhiteSpace(request.Reason), "reason", "Say why it is taken back.");
        var reason = rules.Block(request.Reason, "reason", longest: 2000, shortest: 3);
        rules.Enforce();
        return changes.RunAsync(
            id,
            seen,
            proposal =>
            {
                proposal.Withdraw(reason!);
                return ledger.FreeAsync(proposal.Id, cancellationToken);
            },
            new ProposalNote("proposal.withdraw", reason),
            cancellationToken);
    }
}
