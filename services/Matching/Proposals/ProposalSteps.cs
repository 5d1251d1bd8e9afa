using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>What a reader may do with a proposal now, so that a client shows no button that would be refused.</summary>
internal static class ProposalSteps
{
    /// <summary>The steps by name; <paramref name="side"/> is the side that a partner acts for.</summary>
    public static IReadOnlyList<string> Of(Proposal proposal, Caller caller, Side? side)
    {
        if (caller.Kind == CallerKind.Partner)
            return ProposalTurn.Of(proposal) is { } turn && turn == side ? ["answer"] : [];
        var steps = new List<string>();
        Add("approve_ks", caller.IsKs() && CanTurn(proposal, ApprovalKey.Ks, caller));
        Add("approve_auc", caller.IsAuc() && CanTurn(proposal, ApprovalKey.Auc, caller));
        Add("withdraw", caller.IsCoordinator() && ProposalLifeCycle.Allows(proposal.Status, ProposalStep.Withdraw));
        Add("record_supplier_answer", caller.IsKs() && proposal.Status == ProposalStatus.WithSupplier);
        Add("record_hromada_answer", caller.IsAuc() && proposal.Status == ProposalStatus.WithHromada);
        return steps;

        void Add(string step, bool may)
        {
            if (may)
                steps.Add(step);
        }
    }

    private static bool CanTurn(Proposal proposal, ApprovalKey key, Caller caller) =>
        ProposalLifeCycle.Allows(proposal.Status, ProposalStep.Approve)
        && proposal.Turned(key).By is null
        && proposal.KsBy != caller.Actor
        && proposal.AucBy != caller.Actor;
}
