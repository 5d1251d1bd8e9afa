using Kommunebro.Matching.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Ledger;

/// <summary>
/// Lets one step at a time through that commits somebody: what it checks (is the need free, is there capacity) still holds when
/// it stores. These are steps of people, a few a minute at most, so one lock for all is enough.
/// </summary>
internal sealed class CommitmentGate(MatchingDb db, TimeProvider clock)
{
    private const long Lock = 0x6b6f6d6d69746d;

    /// <summary>The time at which a step goes through.</summary>
    public DateTimeOffset Now => clock.Now();

    /// <summary>Does <paramref name="step"/> in a transaction that holds the lock: its own, or the one that is open already.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        var result = await step();
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return result;
    }
}
