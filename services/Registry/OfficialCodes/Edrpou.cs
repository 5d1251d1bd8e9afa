using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>
/// A Ukrainian legal entity's code (EDRPOU): eight digits, the last a check digit modulo 11 with the weights 1 to 7, or
/// 7 1 2 3 4 5 6 for codes from 30000000 to 60000000; a remainder of 10 is taken again with weights two higher, and 10
/// once more means 0. Vectors: 12345678 and 32345671 hold, 12345679 does not.
/// </summary>
public static class Edrpou
{
    private static readonly int[] Ascending = [1, 2, 3, 4, 5, 6, 7];
    private static readonly int[] Turned = [7, 1, 2, 3, 4, 5, 6];

    /// <summary>Why <paramref name="code"/> is no EDRPOU code, or null when its check digit holds.</summary>
    public static CodeFault? FaultOf(string code)
    {
        if (code.Length != 8 || !code.All(char.IsAsciiDigit))
            return new CodeFault("invalid_edrpou", "An EDRPOU code is eight digits.");
        var weights = code[0] is '3' or '4' or '5' ? Turned : Ascending;
        var check = Remainder(code, weights, 0);
        if (check == 10)
            check = Remainder(code, weights, 2) % 10;
        return check == code[7] - '0'
            ? null
            : new CodeFault("wrong_check_digit", "The EDRPOU code's check digit does not fit; a digit is mistyped.");
    }

    private static int Remainder(string code, int[] weights, int more) =>
        weights.Select((weight, i) => (weight + more) * (code[i] - '0')).Sum() % 11;
}
