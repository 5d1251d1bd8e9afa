using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>What stands in a cell for a person.</summary>
public static class WordedCell
{
    /// <summary>The word for what the reader may not see.</summary>
    public static readonly InThreeLanguages Masked = new("(skjermet)", "(приховано)", "(masked)");

    /// <summary>The value in nb, uk or en.</summary>
    /// <param name="value">As the API names it; several with ", " between.</param>
    /// <param name="language">nb, uk or en.</param>
    /// <param name="choices">The words of a closed list; null where it is none.</param>
    /// <param name="hasDecimals">Whether it is a number with a point before its decimals; nb and uk write a comma.</param>
    public static string Of(string value, string language, IReadOnlyDictionary<string, InThreeLanguages>? choices, bool hasDecimals) =>
        hasDecimals && language != "en" ? value.Replace('.', ',')
        : choices is null ? value
        : string.Join(", ", value.Split(", ").Select(name => choices.GetValueOrDefault(name)?[language] ?? name));
}
