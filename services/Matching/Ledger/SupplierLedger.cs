using Kommunebro.Matching.Data;
using Kommunebro.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Ledger;

/// <summary>The one way in which holds change. Registry hears the sums of a supplier whenever they changed. Call it inside the gate.</summary>
internal sealed class SupplierLedger(MatchingDb db)
{
    /// <summary>A proposal goes out.</summary>
    public void Ask(Hold hold) => db.Add(hold);

    /// <summary>A partnership that was made without the platform begins to count.</summary>
    public async Task RegisterAsync(Hold hold, CancellationToken cancellationToken)
    {
        db.Add(hold);
        await TellAsync(hold.SupplierId, cancellationToken);
    }

    /// <summary>What a proposal held belongs to its partnership now.</summary>
    public async Task HandOverAsync(Guid proposalId, HoldKind kind, Guid partnershipId, CancellationToken cancellationToken)
    {
        var hold = await db.Holds.SingleAsync(held => held.Id == proposalId, cancellationToken);
        hold.Become(kind, partnershipId);
        await TellAsync(hold.SupplierId, cancellationToken);
    }

    /// <summary>A proposal came to nothing; one that was never sent out holds nothing.</summary>
    public async Task FreeAsync(Guid proposalId, CancellationToken cancellationToken)
    {
        if (await db.Holds.SingleOrDefaultAsync(held => held.Id == proposalId, cancellationToken) is { } hold)
            db.Remove(hold);
    }

    /// <summary>All that a partnership holds becomes <paramref name="kind"/>; null sets it free, and so does the end of what served no need.</summary>
    public async Task MoveAsync(Guid partnershipId, Guid supplierId, HoldKind? kind, CancellationToken cancellationToken)
    {
        foreach (var hold in await db.Holds.Where(held => held.PartnershipId == partnershipId).ToListAsync(cancellationToken))
            if (kind is { } firmer && (firmer != HoldKind.Met || hold.NeedId is not null))
                hold.Become(firmer, partnershipId);
            else
                db.Remove(hold);
        await TellAsync(supplierId, cancellationToken);
    }

    private async Task TellAsync(Guid supplierId, CancellationToken cancellationToken)
    {
        await db.Holds.Where(held => held.SupplierId == supplierId).LoadAsync(cancellationToken);
        // With what this step added and without what it removed.
        var held = db.Holds.Local.Where(hold => hold.SupplierId == supplierId).ToList();
        var line = await db.SupplierLines.FindAsync([supplierId], cancellationToken);
        if (line is null)
            db.Add(line = SupplierLine.Empty(supplierId));
        var changed = line.Become(
            held.Where(hold => hold.Kind == HoldKind.Reserved).Sum(hold => hold.PersonDays),
            held.Where(hold => hold.Kind == HoldKind.InUse).Sum(hold => hold.PersonDays),
            held.Where(hold => hold.PartnershipId is not null && hold.Kind != HoldKind.Met).Select(hold => hold.PartnershipId).Distinct().Count());
        if (changed is not null)
            db.Enqueue(changed);
    }
}
