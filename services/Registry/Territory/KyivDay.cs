namespace Kommunebro.Registry.Territory;

/// <summary>Days of the list are those of Kyiv.</summary>
internal static class KyivDay
{
    // The zone had another name until 2022, and systems with older data know that alone.
    private static readonly TimeZoneInfo Kyiv =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");

    /// <summary>Today in Kyiv.</summary>
    public static DateOnly KyivToday(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The day of <paramref name="moment"/> in Kyiv.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Kyiv).Date);

    /// <summary>The first moment after <paramref name="day"/> in Kyiv.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        // The calendar ends with this one.
        if (day == DateOnly.MaxValue)
            return DateTimeOffset.MaxValue;
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Kyiv.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
