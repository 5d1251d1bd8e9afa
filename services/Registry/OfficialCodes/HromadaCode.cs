using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>
/// A hromada's code in KATOTTG: UA, oblast (2), raion (2), hromada (3), settlement (3), city district (2), serial number
/// (5). The cities of Kyiv (80) and Sevastopol (85) stand on the oblast's level and have no hromada digits.
/// </summary>
public static class HromadaCode
{
    /// <summary>Why <paramref name="code"/> is no code of a hromada, or null when it is one.</summary>
    public static CodeFault? FaultOf(string code) => Katottg.FaultOf(code)
        ?? (IsHromada(code)
            ? null
            : new CodeFault("not_a_hromada", "This KATOTTG is of an oblast, raion, settlement or city district, not of a hromada."));

    /// <summary>The oblast's two digits.</summary>
    public static string OblastOf(string code) => code[2..4];

    private static bool IsHromada(string code) =>
        code[9..14] == "00000" && (code[6..9] != "000" || code[2..9] is "8000000" or "8500000");
}
