using System.Globalization;
using System.Text.RegularExpressions;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A number with decimals as people of three languages write it.</summary>
internal static partial class SheetAmount
{
    /// <summary>
    /// The number; null where it is none. Spaces stand between thousands, and a comma or point before decimals. What may be either, such as
    /// 1,200, is none: it would be guessed by the thousand.
    /// </summary>
    public static decimal? Read(string cell) =>
        Plain().IsMatch(cell) && !Thousands().IsMatch(cell)
        && decimal.TryParse(Spaces().Replace(cell, "").Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"^-?([0-9]+|[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+)([.,][0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}[.,][0-9]{3}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[ \u00A0\u202F]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
