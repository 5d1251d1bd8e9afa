using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The form of the codes in a request; whether the directory knows them is asked only when they have it.</summary>
internal static class CodeRules
{
    /// <summary>Whether <paramref name="code"/> has the form of a KATOTTG code, e.g. UA05020030000031457; notes what it lacks.</summary>
    public static bool IsHromada(this Rules rules, string code, string field) => rules.Holds(Katottg.FaultOf(code), field);

    /// <summary>Whether <paramref name="code"/> has the form of an area's code, e.g. HEA-D; notes what it lacks.</summary>
    public static bool IsArea(this Rules rules, string code, string field) => rules.Holds(AreaFaultOf(code), field);

    private static CodeFault? AreaFaultOf(string code) =>
        code.Length <= 20 && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? null
            : CyrillicLetters.FaultOf(code)
              ?? new CodeFault("unknown_area", "An area's code has capital Latin letters, digits and hyphens, e.g. HEA-D.");

    private static bool Holds(this Rules rules, CodeFault? fault, string field)
    {
        rules.Check(fault is null, field, fault?.Code ?? "", fault?.Message ?? "");
        return fault is null;
    }
}
