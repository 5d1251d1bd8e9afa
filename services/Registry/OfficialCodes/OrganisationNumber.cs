using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>
/// A Norwegian organisation number: nine digits, the last a check digit modulo 11 with the weights 3 2 7 6 5 4 3 2
/// (Brønnøysund Register Centre, "Om organisasjonsnummeret"; its own example is 123456785).
/// </summary>
public static class OrganisationNumber
{
    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Why <paramref name="code"/> is no organisation number, or null when its check digit holds.</summary>
    public static CodeFault? FaultOf(string code)
    {
        if (code.Length != 9 || !code.All(char.IsAsciiDigit))
            return new CodeFault("invalid_organisation_number", "An organisation number is nine digits, without spaces.");
        var check = (11 - Weights.Select((weight, i) => weight * (code[i] - '0')).Sum() % 11) % 11;
        // A check of 10 is never given out: no ninth digit can equal it.
        return check == code[8] - '0'
            ? null
            : new CodeFault("wrong_check_digit", "The organisation number's check digit does not fit; a digit is mistyped.");
    }
}
