namespace Kommunebro.Identity.Data;

/// <summary>The time as PostgreSQL keeps it, in microseconds, so that an answer and a later look say the same.</summary>
internal static class StoredTime
{
    /// <summary>Now (UTC).</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
