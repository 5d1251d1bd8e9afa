using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.NeedsIntake.Safety;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The views of a need, from all to almost nothing. What a view leaves out it names in <see cref="NeedView.Masked"/>.</summary>
internal static class NeedViews
{
    /// <summary>Between AUC and the hromada.</summary>
    private static readonly string[] MaskedForPartners =
    [
        "question", "rejectionReason", "rejectionText", "withdrawalReason", "onOccupiedTerritory", "wishes", "vetoes", "source",
        "verificationMethod", "evidence", "hasReviewer", "duplicateOf", "lastHeardAt", "pausedUntil", "pauseReason", "warnings",
        "textsUndecided", "exemptionGround", "missing", "statedSensitivity",
    ];

    private static readonly string[] MaskedAtOblastLevel =
    [
        "municipality", "municipalityNames", "territoryNotice", "title", "description", "urgencyReason", "neededBy", "translations",
        "peopleAffected", "quantity", "readiness", "dreamId", "cost", "constraints", "submittedAt", "verifiedAt", "expiresAt", "personDays",
        "languages", "secondaryAreas", "rdnaSector", "season", .. MaskedForPartners,
    ];

    private static readonly string[] MaskedInStub =
    [
        "municipality", "municipalityNames", "region", "territoryNotice", "title", "description", "area", "horizon",
        "urgency", "urgencyReason", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "neededBy",
        "submittedAt", "verifiedAt", "expiresAt", "kind", "secondaryAreas", "translations", "peopleAffected", "quantity", "season",
        "readiness", "dreamId", "rdnaSector", "cost", "constraints", "locationPrecision", "effortConfirmed", .. MaskedForPartners,
    ];

    /// <summary>Without what AUC and the hromada said to each other.</summary>
    public static NeedView ForPartners(Need need, KnownMunicipality hromada) => Full(need, hromada) with
    {
        Question = null,
        RejectionReason = null,
        RejectionText = null,
        WithdrawalReason = null,
        OnOccupiedTerritory = null,
        Wishes = null,
        Vetoes = null,
        Source = null,
        VerificationMethod = null,
        Evidence = null,
        HasReviewer = null,
        DuplicateOf = null,
        LastHeardAt = null,
        PausedUntil = null,
        PauseReason = null,
        Warnings = null,
        TextsUndecided = null,
        ExemptionGround = null,
        Missing = null,
        StatedSensitivity = null,
        Masked = MaskedForPartners,
    };

    /// <summary>Where it is only by oblast: no text that may name the place, no date, and no detail by which it is told from its like.</summary>
    public static NeedView AtOblastLevel(Need need, KnownMunicipality hromada) => ForPartners(need, hromada) with
    {
        Municipality = null,
        MunicipalityNames = null,
        TerritoryNotice = null,
        Title = null,
        Description = null,
        UrgencyReason = null,
        NeededBy = null,
        Translations = null,
        PeopleAffected = null,
        Quantity = null,
        Readiness = null,
        DreamId = null,
        Cost = null,
        Constraints = null,
        SubmittedAt = null,
        VerifiedAt = null,
        ExpiresAt = null,
        PersonDays = null,
        Languages = null,
        SecondaryAreas = null,
        RdnaSector = null,
        Season = null,
        Masked = MaskedAtOblastLevel,
    };

    /// <summary>The same without the oblast.</summary>
    public static NeedView WithoutPlace(Need need, KnownMunicipality hromada) => AtOblastLevel(need, hromada) with
    {
        Region = null,
        Masked = ["region", .. MaskedAtOblastLevel],
    };

    /// <summary>That it exists.</summary>
    public static NeedView Stub(Need need) => new()
    {
        Id = need.Id,
        Version = need.Version,
        Status = need.Status,
        Illustrative = need.Statement.Illustrative,
        Masked = MaskedInStub,
    };

    /// <summary>All of it.</summary>
    public static NeedView Full(Need need, KnownMunicipality hromada) => new()
    {
        Id = need.Id,
        Version = need.Version,
        Status = need.Status,
        Illustrative = need.Statement.Illustrative,
        Municipality = hromada.Code,
        MunicipalityNames = hromada.Names,
        Region = new RegionView(hromada.RegionCode, hromada.RegionNames),
        TerritoryNotice = TerritoryNotice.For(hromada),
        Title = need.Statement.Title,
        Description = need.Statement.Description,
        Area = need.Statement.AreaCode,
        Horizon = need.Statement.Horizon,
        Urgency = need.Statement.Urgency,
        UrgencyReason = need.Statement.UrgencyReason,
        DesiredModes = need.Statement.DesiredModes,
        PersonDays = need.Statement.PersonDays,
        EffortBand = need.Statement.EffortBand,
        Languages = need.Statement.Languages,
        Sensitivity = need.Sensitivity,
        StatedSensitivity = need.Statement.Sensitivity,
        NeededBy = need.Statement.NeededBy,
        SubmittedAt = need.SubmittedAt,
        VerifiedAt = need.VerifiedAt,
        ExpiresAt = need.ExpiresAt,
        Question = need.Question,
        RejectionReason = need.RejectionReason,
        RejectionText = need.RejectionText,
        WithdrawalReason = need.WithdrawalReason,
        OnOccupiedTerritory = need.OnOccupiedTerritory,
        Kind = need.Statement.Particulars.Kind,
        SecondaryAreas = need.Statement.Particulars.SecondaryAreas,
        Translations = need.Statement.Particulars.Translations,
        PeopleAffected = need.Statement.Particulars.PeopleAffected,
        Quantity = need.Statement.Particulars.Quantity,
        Season = need.Statement.Season,
        Readiness = need.Statement.Particulars.Readiness,
        DreamId = need.Statement.Particulars.DreamId,
        RdnaSector = need.Statement.Particulars.RdnaSector,
        Cost = need.Statement.Particulars.Cost,
        Constraints = need.Statement.Particulars.Constraints,
        Wishes = need.Statement.Particulars.Wishes,
        Vetoes = need.Statement.Particulars.Vetoes,
        LocationPrecision = need.Statement.LocationPrecision,
        Source = need.Statement.Particulars.Source,
        EffortConfirmed = need.EffortConfirmed,
        VerificationMethod = need.VerificationMethod,
        Evidence = need.Evidence,
        HasReviewer = need.Reviewer is not null,
        DuplicateOf = need.DuplicateOf,
        LastHeardAt = need.LastHeardAt,
        PausedUntil = need.PausedUntil,
        PauseReason = need.PauseReason,
        Warnings = [.. need.TextFindings.Select(FindingNotice.Of)],
        TextsUndecided = need.TextsUndecided,
        ExemptionGround = need.ExemptionGround,
        Missing = NeedLifeCycle.IsAwaited(need.Status) ? NeedGuidance.Of(need.Statement) : [],
        Masked = [],
    };
}
