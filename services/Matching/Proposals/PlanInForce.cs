using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>The plan in force, as far as it is still an idea: what was sent out is a decision.</summary>
internal sealed class PlanInForce(MatchingDb db) : IPlanInForce
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProposedShare>> ReadAsync(CancellationToken cancellationToken) =>
        // The quarters are in the match, and nothing else of it is wanted.
        await db.Database.SqlQuery<ProposedShare>(
            $"""
            select supplier_id, need_id, coalesce((match ->> 'quarters')::int, {Share.Whole}) as quarters, person_days
            from proposals where status = 'proposed' and origin = 'run'
            order by supplier_id, need_id
            """).ToListAsync(cancellationToken);
}
