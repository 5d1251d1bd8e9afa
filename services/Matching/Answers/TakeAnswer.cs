using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Partnerships;
using Kommunebro.Matching.Proposals;

namespace Kommunebro.Matching.Answers;

/// <summary>
/// What follows from an answer, whichever way it came: a supplier's yes asks the hromada, two yeses begin a first talk, a no sets
/// everything free and keeps the two apart for a while.
/// </summary>
internal sealed class TakeAnswer(MatchingDb db, SupplierLedger ledger, StartPartnership partnerships, DeadlineOptions deadlines)
{
    /// <summary>Does it inside the gate; the caller saves.</summary>
    /// <exception cref="ServiceDefaults.Refusal">Conflict not_released, proposal_withdrawn, already_answered, proposal_declined or not_your_turn.</exception>
    public async Task RunAsync(Proposal proposal, Side side, PartyAnswer answer, CancellationToken cancellationToken)
    {
        ProposalTurn.Require(proposal, side);
        if (!answer.Accepted)
        {
            proposal.Decline(side, answer);
            await ledger.FreeAsync(proposal.Id, cancellationToken);
            await KeepApartAsync(proposal, OsloDay.Of(answer.At).AddMonths(deadlines.ApartMonths), cancellationToken);
        }
        else if (side == Side.Supplier)
        {
            proposal.AcceptBySupplier(answer);
        }
        else
        {
            var partnership = await partnerships.RunAsync(proposal.Id, proposal.Match, proposal.PersonDays, cancellationToken);
            proposal.AcceptByHromada(answer, partnership.Id);
        }
    }

    private async Task KeepApartAsync(Proposal proposal, DateOnly until, CancellationToken cancellationToken)
    {
        if (await db.DeclinedPairs.FindAsync([proposal.SupplierId, proposal.HromadaId], cancellationToken) is { } known)
            known.Until = until;
        else
            db.Add(new DeclinedPair { SupplierId = proposal.SupplierId, HromadaId = proposal.HromadaId, Until = until });
    }
}
