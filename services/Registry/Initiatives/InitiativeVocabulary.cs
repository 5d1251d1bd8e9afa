namespace Kommunebro.Registry.Initiatives;

/// <summary>Under whose roof it stands.</summary>
public enum InitiativeProgramme
{
    /// <summary>The two found each other by themselves.</summary>
    Bilateral,

    /// <summary>Cities4Cities, of the Council of Europe's Congress.</summary>
    Cities4cities,

    /// <summary>SKEW: German municipal partnerships, of Engagement Global.</summary>
    Skew,

    /// <summary>Shoulder to Shoulder: solidarity of cities.</summary>
    ShoulderToShoulder,

    /// <summary>A project of DREAM, the Ukrainian system for reconstruction.</summary>
    Dream,

    /// <summary>Polaris, of the Swedish association SKR.</summary>
    Polaris,

    /// <summary>Another programme.</summary>
    Other,
}

/// <summary>How far it is, and how well that is known.</summary>
public enum InitiativeStatus
{
    /// <summary>The two talk; nobody is helped yet.</summary>
    Planned,

    /// <summary>Somebody reports that they work together.</summary>
    CooperationReported,

    /// <summary>Somebody reports an agreement.</summary>
    AgreementReported,

    /// <summary>The agreement is signed, as one of the two says.</summary>
    AgreementSigned,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>It was recorded by mistake; only who recorded it and coordinators see it.</summary>
    Withdrawn,
}

/// <summary>Who brought it to the platform.</summary>
public enum InitiativeOrigin
{
    /// <summary>Staff of KS or AUC.</summary>
    Staff,

    /// <summary>A partner organisation, by the API.</summary>
    Partner,

    /// <summary>A file with relations.</summary>
    Import,
}
