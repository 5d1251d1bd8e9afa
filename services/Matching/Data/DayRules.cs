using System.Globalization;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Data;

/// <summary>Days without a time, taken as texts so that all faults can be told at once.</summary>
internal static class DayRules
{
    /// <summary>The day that <paramref name="text"/> says, null when it is empty; notes invalid_date.</summary>
    public static DateOnly? Day(this Rules rules, string? text, string field)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        rules.Check(isDay, field, "invalid_date", "A day is written like 2027-01-31.");
        return isDay ? day : null;
    }

    /// <summary>The day that <paramref name="text"/> says; notes missing_field and invalid_date.</summary>
    public static DateOnly RequiredDay(this Rules rules, string? text, string field)
    {
        rules.Required(!string.IsNullOrEmpty(text), field, "Give the day, like 2027-01-31.");
        return rules.Day(text, field) ?? default;
    }
}
