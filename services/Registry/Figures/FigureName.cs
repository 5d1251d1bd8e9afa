namespace Kommunebro.Registry.Figures;

/// <summary>What an official register can say of a municipality.</summary>
public enum FigureName
{
    /// <summary>The official name in its own language.</summary>
    Name,

    /// <summary>Norwegian organisation number, or EDRPOU.</summary>
    OrganisationNumber,

    /// <summary>Persons on 1 January.</summary>
    Population,

    /// <summary>Persons in its towns on 1 January.</summary>
    UrbanPopulation,

    /// <summary>A point of it, or its administrative centre: latitude and longitude in degrees, WGS84.</summary>
    Place,

    /// <summary>The address of its website.</summary>
    Website,

    /// <summary>The business address of the organisation.</summary>
    Address,

    /// <summary>The administrative centre.</summary>
    Centre,

    /// <summary>Square kilometres.</summary>
    AreaKm2,

    /// <summary>Number of settlements.</summary>
    Settlements,

    /// <summary>urban, settlement, rural, or city_special_status (KATOTTG: by the centre's category).</summary>
    SettlementType,

    /// <summary>1 most central to 6 (SSB KLASS 128).</summary>
    CentralityClass,

    /// <summary>0 to 1000 (SSB KLASS 128).</summary>
    CentralityIndex,

    /// <summary>SSB KLASS 112.</summary>
    KostraGroup,

    /// <summary>Form of Norwegian that its administration has chosen.</summary>
    LanguageForm,

    /// <summary>Whether it lies in the administrative area of Sami languages: yes or no.</summary>
    SamiAdministrativeArea,

    /// <summary>Northern Sami name.</summary>
    NameNorthernSami,

    /// <summary>Lule Sami name.</summary>
    NameLuleSami,

    /// <summary>Southern Sami name.</summary>
    NameSouthernSami,

    /// <summary>Kven name.</summary>
    NameKven,
}
