using System.Text.RegularExpressions;

namespace Kommunebro.Contracts.OfficialCodes;

/// <summary>
/// The form of a code in KATOTTG, the codifier of administrative-territorial units (order 290 of 26.11.2020): UA and 17
/// digits without a check digit. Services refer to a hromada by it, so they agree on when it is one; what the digits say
/// is registry's to judge.
/// </summary>
public static partial class Katottg
{
    /// <summary>Why <paramref name="code"/> has not the form: cyrillic_letters, lower_case or invalid_katottg; null when it has.</summary>
    public static CodeFault? FaultOf(string code)
    {
        if (Form().IsMatch(code))
            return null;
        return CyrillicLetters.FaultOf(code)
            ?? (Form().IsMatch(code.ToUpperInvariant())
                ? new CodeFault("lower_case", "KATOTTG is written in upper case: UA and 17 digits.")
                : new CodeFault("invalid_katottg", "A hromada's code is UA and 17 digits, as in KATOTTG."));
    }

    [GeneratedRegex("^UA[0-9]{17}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
