using System.Text.RegularExpressions;
using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>A Norwegian county's number: two digits (SSB KLASS classification 104).</summary>
public static partial class Fylkesnummer
{
    /// <summary>Why <paramref name="code"/> is no fylkesnummer, or null when it has the form of one.</summary>
    public static CodeFault? FaultOf(string code) => Form().IsMatch(code)
        ? null
        : CyrillicLetters.FaultOf(code) ?? new CodeFault("invalid_fylkesnummer", "A fylkesnummer is two digits.");

    [GeneratedRegex("^(?!00)[0-9]{2}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
