namespace Kommunebro.NeedsIntake.Safety;

/// <summary>What a text seems to tell that must not be told (personal data; what helps whoever attacks).</summary>
public enum FindingKind
{
    PhoneNumber, EmailAddress, TaxNumber, Passport, BankAccount, Coordinates, CriticalInfrastructureAddress, DeliveryRoute,
}

/// <summary>The legal ground on which a need is kept from the public.</summary>
public enum ExemptionGround
{
    /// <summary>Offentleglova § 13 with forvaltningsloven § 13: personal matters.</summary>
    PersonalData,

    /// <summary>Offentleglova § 21: national security and defence.</summary>
    Security,

    /// <summary>Offentleglova § 20: foreign policy interests.</summary>
    ForeignRelations,

    /// <summary>Law of Ukraine 2939-VI, article 6: information with limited access.</summary>
    UkrainianLimitedAccess,
}

/// <summary>One finding; where, and of what kind, never the words themselves.</summary>
/// <param name="Field">The field's path, e.g. description.uk.</param>
/// <param name="Kind">What it seems to be.</param>
public sealed record TextFinding(string Field, FindingKind Kind);
