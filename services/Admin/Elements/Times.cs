using System.Globalization;

namespace Kommunebro.Admin.Elements;

/// <summary>Times as the two countries read them.</summary>
public static class Times
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    // The zone got its present name in 2022; systems with older rules know the former.
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone)
        ? zone
        : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");

    /// <summary>The moment of an RFC 3339 text; null when there is none.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>The day of an ISO 8601 text; null when there is none.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateTimeOffset InOslo(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Oslo);

    public static DateTimeOffset InKyiv(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Kyiv);

    /// <summary>The day that it is in Oslo.</summary>
    public static DateOnly TodayInOslo(TimeProvider clock) => DateOnly.FromDateTime(InOslo(clock.GetUtcNow()).DateTime);
}
