using System.Globalization;

namespace Kommunebro.Admin.Reading;

/// <summary>How each language writes numbers and days.</summary>
public static class Cultures
{
    private static readonly CultureInfo Bokmal = CultureInfo.GetCultureInfo("nb-NO");
    private static readonly CultureInfo Ukrainian = CultureInfo.GetCultureInfo("uk-UA");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Of(string language) => language switch
    {
        "nb" => Bokmal,
        "uk" => Ukrainian,
        _ => English,
    };
}
