using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Telling;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Two yeses: a first talk, with capacity reserved. Two that have a partnership already get no second one; it serves one need more.</summary>
internal sealed class StartPartnership(MatchingDb db, PartnershipChange changes, SupplierLedger ledger, DeadlineOptions deadlines)
{
    /// <summary>Does it inside the gate; the caller saves.</summary>
    public async Task<Partnership> RunAsync(Guid proposalId, StoredMatch match, int personDays, CancellationToken cancellationToken)
    {
        var partnership = await db.Partnerships.SingleOrDefaultAsync(
            open => open.SupplierId == match.Supplier.Id && open.HromadaId == match.Need.Hromada.Id
                && open.Stage != PartnershipStage.Closed && open.Stage != PartnershipStage.Cancelled,
            cancellationToken);
        var before = partnership is null ? null : PartnershipChange.StateOf(partnership);
        if (partnership is null)
            db.Add(partnership = Partnership.Start(
                proposalId, match, personDays, changes.Now, changes.Today, changes.Today.AddDays(deadlines.FirstFollowUpDays)));
        else
            partnership.Join(match, personDays);
        await ledger.HandOverAsync(proposalId, PartnershipLifeCycle.HoldOf(partnership.Stage)!.Value, partnership.Id, cancellationToken);
        changes.Tell(partnership, before, new PartnershipNote(
            before is null ? "partnership.start" : "partnership.join", Stage: Contracts.WireName.Of(partnership.Stage), Event: PartnershipEvent.Started));
        return partnership;
    }
}
