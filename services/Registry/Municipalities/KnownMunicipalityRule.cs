using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>Whether a code in a request stands in the register.</summary>
internal static class KnownMunicipalityRule
{
    /// <summary>Notes a code under which nothing was <paramref name="found"/>, and says so when Cyrillic letters are the reason.</summary>
    public static Rules KnownMunicipality(this Rules rules, string code, Municipality? found, string field)
    {
        var fault = CyrillicLetters.FaultOf(code) ?? new CodeFault("unknown_municipality", "No municipality has this code.");
        return rules.Check(found is not null, field, fault.Code, fault.Message);
    }
}
