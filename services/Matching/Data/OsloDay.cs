namespace Kommunebro.Matching.Data;

/// <summary>The day that dates without a time are held against: that of Oslo. Both countries are within an hour of each other.</summary>
public static class OsloDay
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>Today.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The date and time in Oslo.</summary>
    public static DateTime OsloTime(this TimeProvider clock) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Oslo).DateTime;

    /// <summary>The day of <paramref name="moment"/>.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Oslo).Date);
}
