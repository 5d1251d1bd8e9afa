using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A column of a file of needs.</summary>
/// <param name="Code">Its name in every language, e.g. title_uk.</param>
/// <param name="Field">The field of a need that it fills, as the API's faults name it, e.g. title.uk.</param>
/// <param name="Header">Its name for people.</param>
/// <param name="Help">What belongs in it.</param>
/// <param name="Required">Whether each row must have it.</param>
/// <param name="Hxl">The hashtag of the Humanitarian Exchange Language (HXL 1.1) of an export's column; empty where there is none.</param>
/// <param name="Choices">The values that it takes; null for any.</param>
/// <param name="HasDecimals">Whether it is a number that may have decimals.</param>
internal sealed record NeedColumn(
    string Code,
    string Field,
    InThreeLanguages Header,
    InThreeLanguages Help,
    bool Required = false,
    string Hxl = "",
    IReadOnlyDictionary<string, InThreeLanguages>? Choices = null,
    bool HasDecimals = false);
