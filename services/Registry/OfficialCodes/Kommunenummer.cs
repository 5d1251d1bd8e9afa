using System.Text.RegularExpressions;
using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>
/// A Norwegian municipality's number: four digits of which the first two are the county's (SSB KLASS classification 131).
/// Leading zeros count: Oslo is 0301.
/// </summary>
public static partial class Kommunenummer
{
    /// <summary>Why <paramref name="code"/> is no kommunenummer, or null when it has the form of one.</summary>
    public static CodeFault? FaultOf(string code) => Form().IsMatch(code)
        ? null
        : CyrillicLetters.FaultOf(code)
          ?? new CodeFault("invalid_kommunenummer", "A kommunenummer is four digits, the first two of them the county's.");

    /// <summary>The county's two digits.</summary>
    public static string CountyOf(string code) => code[..2];

    [GeneratedRegex("^(?!00)[0-9]{2}(?!00)[0-9]{2}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
