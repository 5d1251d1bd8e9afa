using Kommunebro.Contracts.Matching;

namespace Kommunebro.Matching.Proposals;

/// <content>What its parties answer.</content>
public sealed partial class Proposal
{
    public PartyAnswer? SupplierAnswer { get; private set; }

    public PartyAnswer? HromadaAnswer { get; private set; }

    /// <summary>The supplier says yes: now the hromada is asked, without a day by which it must answer.</summary>
    public void AcceptBySupplier(PartyAnswer answer)
    {
        ProposalTurn.Require(this, Side.Supplier);
        (SupplierAnswer, Status, AnswerBy, HromadaAskedAt) = (answer, ProposalStatus.WithHromada, null, answer.At);
        Happen(ProposalEvent.AcceptedBySupplier);
        Happen(ProposalEvent.ReleasedToHromada);
    }

    /// <summary>The hromada says yes, too: the two talk.</summary>
    public void AcceptByHromada(PartyAnswer answer, Guid partnershipId)
    {
        ProposalTurn.Require(this, Side.Hromada);
        (HromadaAnswer, Status, PartnershipId) = (answer, ProposalStatus.Accepted, partnershipId);
        Happen(ProposalEvent.AcceptedByHromada);
    }

    /// <summary>A party says no.</summary>
    public void Decline(Side side, PartyAnswer answer)
    {
        ProposalTurn.Require(this, side);
        if (side == Side.Supplier)
            SupplierAnswer = answer;
        else
            HromadaAnswer = answer;
        (Status, AnswerBy) = (ProposalStatus.Declined, null);
        Happen(side == Side.Supplier ? ProposalEvent.DeclinedBySupplier : ProposalEvent.DeclinedByHromada);
    }
}
