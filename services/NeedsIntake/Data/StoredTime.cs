namespace Kommunebro.NeedsIntake.Data;

/// <summary>A time as PostgreSQL keeps it, in microseconds, so that an answer and a later look say the same.</summary>
internal static class StoredTime
{
    /// <summary>Now.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The time that will be kept for <paramref name="moment"/>.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
