using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>
/// Turns the pairs of a plan into proposals. What earlier runs proposed, and nobody released, stays with its keys where the plan has the
/// same, and makes way where it has not; what was sent out is never exchanged.
/// </summary>
internal sealed class ProposalsOfRun(MatchingDb db, ProposalChange changes)
{
    /// <summary>The text of a withdrawal by a newer run.</summary>
    public const string Superseded = "superseded";

    /// <summary>Makes the proposals; call it inside the gate and a transaction, and save after it.</summary>
    /// <returns>How many proposals of the plan there are.</returns>
    public async Task<int> MakeAsync(Guid runId, StoredPlan plan, CancellationToken cancellationToken)
    {
        // People went on working while the engine did.
        var commitments = await Commitments.LoadAsync(db, OsloDay.Of(changes.Now), cancellationToken);
        var excluded = commitments.Exclusions.Select(pair => (pair.SupplierId, pair.HromadaId)).ToHashSet();
        var open = await db.Proposals.Where(proposal => proposal.Status == ProposalStatus.Proposed).ToListAsync(cancellationToken);
        var byHand = open.Where(proposal => proposal.Origin == ProposalOrigin.Hand)
            .Select(proposal => (proposal.SupplierId, proposal.NeedId)).ToHashSet();
        var matches = plan.Matches
            .Where(match => commitments.QuartersLeft(match.Need.Id) >= match.Quarters && !commitments.Keeps(match.Supplier.Id, match.Need.Id))
            .Where(match => !excluded.Contains((match.Supplier.Id, match.Need.Hromada.Id)))
            .Where(match => !byHand.Contains((match.Supplier.Id, match.Need.Id)))
            .ToDictionary(match => (match.Supplier.Id, match.Need.Id));
        var kept = 0;
        foreach (var proposal in open.Where(proposal => proposal.Origin == ProposalOrigin.Run))
        {
            if (matches.GetValueOrDefault((proposal.SupplierId, proposal.NeedId)) is { } again && proposal.Match.AsksTheSameAs(again))
            {
                proposal.ProposeAgain(runId, again);
                matches.Remove((proposal.SupplierId, proposal.NeedId));
                kept++;
            }
            else
            {
                Supersede(proposal);
            }
        }

        // First, since the new ones may be of the same pairs, and of those only one is open.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var match in matches.Values)
        {
            var proposal = Proposal.OfRun(runId, match, changes.Now);
            db.Add(proposal);
            changes.Tell(proposal, null, new ProposalNote("proposal.propose"));
        }

        return kept + matches.Count;
    }

    private void Supersede(Proposal proposal)
    {
        var before = ProposalChange.StateOf(proposal);
        proposal.Withdraw(Superseded);
        changes.Tell(proposal, before, new ProposalNote("proposal.supersede", Superseded));
    }
}
