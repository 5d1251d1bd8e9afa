using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>Turns the pairs of a plan into proposals. Those of earlier runs that nobody released make way; what was sent out is never exchanged.</summary>
internal sealed class ProposalsOfRun(MatchingDb db, ProposalChange changes)
{
    /// <summary>The text of a withdrawal by a newer run.</summary>
    public const string Superseded = "superseded";

    /// <summary>Makes the proposals; call it inside the gate and a transaction, and save after it.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> MakeAsync(Guid runId, StoredPlan plan, CancellationToken cancellationToken)
    {
        await SupersedeAsync(cancellationToken);
        // People went on working while the engine did.
        var commitments = await Commitments.LoadAsync(db, OsloDay.Of(changes.Now), cancellationToken);
        var excluded = commitments.Exclusions.Select(pair => (pair.SupplierId, pair.HromadaId)).ToHashSet();
        var open = (await db.Proposals.Where(proposal => proposal.Status == ProposalStatus.Proposed)
            .Select(proposal => new { proposal.SupplierId, proposal.NeedId }).ToListAsync(cancellationToken))
            .Select(pair => (pair.SupplierId, pair.NeedId)).ToHashSet();
        var matches = plan.Matches
            .Where(match => commitments.QuartersLeft(match.Need.Id) >= match.Quarters)
            .Where(match => !excluded.Contains((match.Supplier.Id, match.Need.Hromada.Id)))
            .Where(match => !open.Contains((match.Supplier.Id, match.Need.Id)))
            .ToList();
        foreach (var match in matches)
        {
            var proposal = Proposal.OfRun(runId, match, changes.Now);
            db.Add(proposal);
            changes.Tell(proposal, null, new ProposalNote("proposal.propose"));
        }

        return matches.Count;
    }

    private async Task SupersedeAsync(CancellationToken cancellationToken)
    {
        var old = await db.Proposals
            .Where(proposal => proposal.Status == ProposalStatus.Proposed && proposal.Origin == ProposalOrigin.Run)
            .ToListAsync(cancellationToken);
        foreach (var proposal in old)
        {
            var before = ProposalChange.StateOf(proposal);
            proposal.Withdraw(Superseded);
            changes.Tell(proposal, before, new ProposalNote("proposal.supersede", Superseded));
        }

        // First, since the new ones may be of the same pairs, and of those only one is open.
        await db.SaveChangesAsync(cancellationToken);
    }
}
