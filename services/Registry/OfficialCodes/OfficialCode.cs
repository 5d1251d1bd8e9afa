using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.OfficialCodes;

/// <summary>Which official code stands for which kind of register entry.</summary>
public static class OfficialCode
{
    /// <summary>Why <paramref name="code"/> cannot stand for an entry of <paramref name="kind"/>, or null when it can.</summary>
    public static CodeFault? FaultOf(MunicipalityKind kind, string code) => kind switch
    {
        MunicipalityKind.Municipality => Kommunenummer.FaultOf(code),
        MunicipalityKind.CountyAuthority => Fylkesnummer.FaultOf(code),
        MunicipalityKind.IntermunicipalCompany => OrganisationNumber.FaultOf(code),
        MunicipalityKind.Hromada => HromadaCode.FaultOf(code),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The county or oblast that <paramref name="code"/> itself names, or null when it names none.</summary>
    public static string? RegionOf(MunicipalityKind kind, string code) => kind switch
    {
        MunicipalityKind.Municipality => Kommunenummer.CountyOf(code),
        MunicipalityKind.CountyAuthority => code,
        MunicipalityKind.Hromada => HromadaCode.OblastOf(code),
        _ => null,
    };

    /// <summary>The country that an entry of <paramref name="kind"/> is in.</summary>
    public static Country CountryOf(MunicipalityKind kind) => kind == MunicipalityKind.Hromada ? Country.Ua : Country.No;
}
