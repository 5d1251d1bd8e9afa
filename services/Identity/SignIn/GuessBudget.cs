using System.Threading.RateLimiting;

namespace Kommunebro.Identity.SignIn;

/// <summary>What the audit keeps of something that anybody could have caused.</summary>
internal enum GuessRow
{
    /// <summary>Its row.</summary>
    Written,

    /// <summary>Its row, which says that no more follow for a while.</summary>
    LastForAWhile,

    /// <summary>Nothing; the log has its line.</summary>
    Withheld,
}

/// <summary>
/// Bounds the rows that people without any right can make in the audit: for each account or client, and for all that do not
/// exist together, 60 an hour in each replica, and one more that says so. The audit is never cut short, so who guesses must
/// not be able to fill it.
/// </summary>
internal sealed class GuessBudget : IAsyncDisposable
{
    /// <summary>How many rows an hour.</summary>
    public const int Rows = 60;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _rows = Limiter(Rows);
    private readonly PartitionedRateLimiter<string> _lasts = Limiter(1);

    /// <summary>What to do with one more row about <paramref name="about"/>: an action and the id of its subject.</summary>
    public GuessRow Take(string about)
    {
        using var row = _rows.AttemptAcquire(about);
        if (row.IsAcquired)
            return GuessRow.Written;
        using var last = _lasts.AttemptAcquire(about);
        return last.IsAcquired ? GuessRow.LastForAWhile : GuessRow.Withheld;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _lasts.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(
        about => RateLimitPartition.GetFixedWindowLimiter(
            about, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }),
        StringComparer.Ordinal);
}
