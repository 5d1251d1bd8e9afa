using System.Globalization;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Texts;

/// <summary>Days in messages, where they are texts.</summary>
internal static class DayRules
{
    /// <summary>The day, or null when none was given; notes invalid_date.</summary>
    public static DateOnly? Day(this Rules rules, string text, string field)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        rules.Check(isDay || text.Length == 0, field, "invalid_date", "A day is written yyyy-MM-dd.");
        return isDay ? day : null;
    }
}
