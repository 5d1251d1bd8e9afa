using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Organisations;

/// <summary>What an organisation must keep.</summary>
internal static class OrganisationRules
{
    // Ukraine has 1469 hromadas, and an association may act for all.
    public const int MostMunicipalities = 2000;

    /// <summary>The request without white space around its texts.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    public static (string Name, string? Number, IReadOnlyList<string> Municipalities) Check(OrganisationRequest request)
    {
        var rules = new Rules();
        rules.Required(request.Name is not null, "name");
        var name = rules.Line(request.Name, "name", longest: 200, shortest: 1);
        rules.Check(
            request.OrganisationNumber is null || IsNumber(request.OrganisationNumber, 8) || IsNumber(request.OrganisationNumber, 9),
            "organisationNumber", "invalid_organisation_number", "An organisation number is nine digits (Norway) or eight (EDRPOU).");
        var codes = request.Municipalities ?? [];
        rules.Check(codes.Count <= MostMunicipalities, "municipalities", "out_of_range", $"At most {MostMunicipalities} municipalities.");
        rules.Check(
            codes.Distinct(StringComparer.Ordinal).Count() == codes.Count, "municipalities", "stands_twice", "Name each municipality once.");
        for (var i = 0; i < codes.Count; i++)
            if (FaultOf(codes[i]) is { } fault)
                rules.Check(false, $"municipalities[{i}]", fault.Code, fault.Message);
        rules.Enforce();
        return (name!, request.OrganisationNumber, [.. codes.OfType<string>()]);
    }

    /// <summary>Whether it could be an official code; whether there is such a municipality is registry's to know.</summary>
    private static CodeFault? FaultOf(string? code) => code switch
    {
        null => new CodeFault("missing_field", "Give an official code."),
        _ when IsNumber(code, 4) || IsNumber(code, 2) || IsNumber(code, 9) => null,
        ['U' or 'u', 'A' or 'a', ..] => Katottg.FaultOf(code),
        _ => CyrillicLetters.FaultOf(code) ?? new CodeFault(
            "invalid_code", "A code is KATOTTG (UA and 17 digits), a kommunenummer (4 digits), a fylkesnummer (2), or an organisation number (9)."),
    };

    private static bool IsNumber(string text, int digits) => text.Length == digits && text.All(char.IsAsciiDigit);
}
