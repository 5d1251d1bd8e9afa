namespace Kommunebro.NeedsIntake.Needs;

// The closed lists of a need that no other service knows. On the wire each value is its name in snake_case.

/// <summary>What a need is at its core.</summary>
public enum NeedKind { Knowledge, Institutional, Equipment, Infrastructure, Psychosocial, PeopleToPeople }

/// <summary>The season in which the need is felt.</summary>
public enum Season { Winter, Spring, Summer, Autumn }

/// <summary>How far the hromada has got with it.</summary>
public enum Readiness { Idea, Concept, Documented, InDream }

/// <summary>What a quantity counts.</summary>
public enum Unit
{
    Piece, Set, Person, Place, Building, Hour, Kilogram, Tonne, Litre, CubicMetre, Metre, Kilometre, SquareMetre, Hectare,
    Kilowatt, KilowattHour,
}

/// <summary>Sectors of the Rapid Damage and Needs Assessment (RDNA5, February 2026).</summary>
public enum RdnaSector
{
    Housing, EducationAndScience, Health, SocialProtectionAndLivelihoods, CultureAndTourism, EnergyAndExtractives, Transport,
    TelecomAndDigital, WaterSupplyAndSanitation, MunicipalServices, Agriculture, Irrigation, CommerceAndIndustry,
    FinanceAndBanking, EnvironmentAndForestry, EmergencyResponseAndCivilProtection, JusticeAndPublicAdministration,
    ExplosiveHazardManagement,
}

/// <summary>How precisely others may be told where the need is.</summary>
public enum LocationPrecision { Hromada, Oblast, None }

/// <summary>How the need came to the platform.</summary>
public enum NeedSource { Self, AucCall, AucVisit, Umbrella, Import, Dream }

/// <summary>Who made a translation.</summary>
public enum TranslationBy { Person, Machine }

/// <summary>How AUC made sure that a need is real.</summary>
public enum VerificationMethod { Call, VideoCall, SiteVisit, Document, Register, PartnerOrganisation }

/// <summary>Why a hromada's deadlines rest.</summary>
public enum PauseReason { Attack, Blackout, Evacuation, Other }
