namespace Kommunebro.Contracts;

// The closed lists that several services share. On the wire each value is its name in snake_case.

/// <summary>The two countries, as ISO 3166-1 alpha-2: NO and UA.</summary>
public enum Country { No, Ua }

/// <summary>What a register entry is. Suppliers are the first three; a hromada states needs.</summary>
public enum MunicipalityKind { Municipality, CountyAuthority, IntermunicipalCompany, Hromada }

/// <summary>
/// Official status of a territory, least to most severe (Ukrainian ministry order 376 of 28.02.2025, sections I.1 to II).
/// </summary>
public enum TerritoryStatus { None, PossibleHostilities, ActiveHostilities, ActiveHostilitiesServicesOn, Occupied }

/// <summary>Whether a territory status holds for the whole hromada or for some of its settlements.</summary>
public enum TerritoryCoverage { Full, Partial }

/// <summary>The programme's two main categories of hromadas. A person decides it; the territory status only suggests it.</summary>
public enum ProgrammeCategory { OutsideWarZone, WarZone }

/// <summary>How a municipality helps.</summary>
public enum Mode
{
    AdviceRemote, StudyVisitHost, ExpertVisit, Mentoring, Training,
    Secondment, Equipment, Funding, JointProject, YouthExchange,
}

/// <summary>How soon a need must be met: acute within 3 months, medium 3 to 12 months, long beyond.</summary>
public enum Horizon { Acute, Medium, Long }

/// <summary>The length of cooperation that a supplier accepts: short serves acute needs, long serves medium and long ones.</summary>
public enum Term { Short, Long }

/// <summary>A rough size where person-days are not known.</summary>
public enum Band { Small, Medium, Large }

/// <summary>How far a supplier's people may travel.</summary>
public enum Travel { None, UkraineWest, UkraineAny }

/// <summary>What kind of tie there is between a hromada and who helps it.</summary>
public enum InitiativeKind
{
    /// <summary>Two municipalities are twin towns, or have an agreement on friendship or cooperation.</summary>
    TwinTown,

    /// <summary>They work together without an agreement that is known.</summary>
    Cooperation,

    /// <summary>Help in an acute need: goods, money, reception.</summary>
    Solidarity,

    /// <summary>A project with an end.</summary>
    Project,
}

/// <summary>Who may see a need or an initiative: everybody, partner organisations, or only those who work on it.</summary>
public enum Sensitivity { Public, Partners, Restricted }
