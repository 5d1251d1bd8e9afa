using System.Globalization;
using Kommunebro.Registry.Imports;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Registers;

/// <summary>What all imports of figures are told.</summary>
internal static class RegisterOptions
{
    /// <summary>The option that names the day of a file.</summary>
    public const string AsOf = "--as-of";

    /// <summary>The day that the file is of; <paramref name="today"/> when not given.</summary>
    /// <exception cref="Refusal">invalid_day, out_of_range.</exception>
    public static DateOnly DayOf(this ImportOptions options, DateOnly today)
    {
        if (options[AsOf] is not { } given) return today;
        if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new Refusal(RefusalKind.Invalid, "invalid_day", "--as-of is a day, as 2026-01-31.", "as-of");
        return day <= today ? day : throw new Refusal(RefusalKind.Invalid, "out_of_range", "--as-of lies in the future.", "as-of");
    }
}
