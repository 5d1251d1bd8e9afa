using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Partnerships;

/// <summary>Keeps how far partnerships meet the needs that they serve; an older version changes nothing.</summary>
/// <remarks>Matching hears nothing of it: it keeps its own ledger of what is served.</remarks>
internal sealed class PartnershipChangedHandler(NeedsIntakeDb db, TimeProvider clock) : IHandler<PartnershipChanged>
{
    public async Task HandleAsync(PartnershipChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        var known = await db.Partnerships.FindAsync([message.PartnershipId], cancellationToken);
        if (known?.Version >= message.Version)
            return;
        Guid[] touched = [.. message.NeedIds.Union(known?.NeedIds ?? [])];
        var needs = await LockAsync(touched, cancellationToken);
        if (known is null)
            db.Add(known = new KnownPartnership(message));
        else
            known.Update(message);
        var others = await db.Partnerships.AsNoTracking()
            .Where(other => other.Id != message.PartnershipId && other.NeedIds.Any(id => touched.Contains(id)))
            .ToListAsync(cancellationToken);
        foreach (var need in needs)
            Apply(need, [.. others.Append(known).Where(partnership => partnership.NeedIds.Contains(need.Id))]);
    }

    private async Task<List<Need>> LockAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        // Of two partnerships that serve one need and end at the same time, the second must see the first.
        await db.Database.ExecuteSqlAsync($"select 1 from needs where id = any({ids}) order by id for update", cancellationToken);
        return await db.Needs.Where(need => ids.Contains(need.Id)).ToListAsync(cancellationToken);
    }

    private void Apply(Need need, IReadOnlyList<KnownPartnership> serving)
    {
        var before = NeedState.Of(need);
        if (need.BecomeMet(KnownPartnership.FulfilmentBy(need.Id, serving), clock.GetUtcNow()))
            db.Record(need, ActionOf(need.SuspendedFrom ?? need.Status), before);
    }

    private static string ActionOf(NeedStatus status) =>
        status == NeedStatus.Verified ? "need.reopen" : $"need.{WireName.Of(status)}";
}
