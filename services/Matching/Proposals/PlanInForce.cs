using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>The plan in force, as far as it is still an idea: what was sent out is a decision.</summary>
internal sealed class PlanInForce(MatchingDb db) : IPlanInForce
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedShare>> ReadAsync(CancellationToken cancellationToken) =>
    [
        // The quarters are in the match, and nothing else of it is wanted.
        .. (await db.Database.SqlQuery<Row>(
            $"""
            select supplier_id, need_id, coalesce((match ->> 'quarters')::int, {Share.Whole}) as quarters
            from proposals where status = 'proposed'
            order by supplier_id, need_id
            """).ToListAsync(cancellationToken)).Select(row => new PlannedShare(row.SupplierId, row.NeedId, row.Quarters)),
    ];

    private sealed record Row(Guid SupplierId, Guid NeedId, int Quarters);
}
