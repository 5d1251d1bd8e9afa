using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>Whose turn it is to answer; everybody else hears why not.</summary>
internal static class ProposalTurn
{
    /// <summary>Passes when it is the turn of <paramref name="side"/>.</summary>
    /// <exception cref="Refusal">Conflict not_released, proposal_withdrawn, already_answered, proposal_declined or not_your_turn.</exception>
    public static void Require(Proposal proposal, Side side)
    {
        var answer = side == Side.Supplier ? proposal.SupplierAnswer : proposal.HromadaAnswer;
        var refusal = proposal.Status switch
        {
            ProposalStatus.WithSupplier when side == Side.Supplier => null,
            ProposalStatus.WithHromada when side == Side.Hromada => null,
            _ when answer is not null => ("already_answered", "This side has answered already; an answer is not changed."),
            ProposalStatus.Proposed => ("not_released", "The proposal has not been approved with both keys yet; nobody is asked."),
            ProposalStatus.Withdrawn => ("proposal_withdrawn", "The proposal was withdrawn; no answer is needed."),
            ProposalStatus.Declined => ("proposal_declined", "The other side declined; no answer is needed."),
            _ => ((string Code, string Message)?)("not_your_turn", "The Norwegian side is asked first; the hromada after its yes."),
        };
        if (refusal is { } no)
            throw new Refusal(RefusalKind.Conflict, no.Code, no.Message);
    }

    /// <summary>Whose turn it is; null when nobody is asked.</summary>
    public static Side? Of(Proposal proposal) => proposal.Status switch
    {
        ProposalStatus.WithSupplier => Side.Supplier,
        ProposalStatus.WithHromada => Side.Hromada,
        _ => null,
    };
}
