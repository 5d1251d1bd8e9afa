using Kommunebro.NeedsIntake.Directory;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The views of a need, from all to almost nothing. What a view leaves out it names in <see cref="NeedView.Masked"/>.</summary>
internal static class NeedViews
{
    /// <summary>Between AUC and the hromada.</summary>
    private static readonly string[] MaskedForPartners =
        ["question", "rejectionReason", "rejectionText", "withdrawalReason", "onOccupiedTerritory"];

    private static readonly string[] MaskedAtOblastLevel =
    [
        "municipality", "municipalityNames", "territoryNotice", "title", "description", "urgencyReason", .. MaskedForPartners,
    ];

    private static readonly string[] MaskedInStub =
    [
        "municipality", "municipalityNames", "region", "territoryNotice", "title", "description", "area", "horizon",
        "urgency", "urgencyReason", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "neededBy",
        "submittedAt", "verifiedAt", "expiresAt", .. MaskedForPartners,
    ];

    /// <summary>Without what AUC and the hromada said to each other.</summary>
    public static NeedView ForPartners(Need need, KnownMunicipality hromada) => Full(need, hromada) with
    {
        Question = null,
        RejectionReason = null,
        RejectionText = null,
        WithdrawalReason = null,
        OnOccupiedTerritory = null,
        Masked = MaskedForPartners,
    };

    /// <summary>Where it is only by oblast, and no text that may name the place.</summary>
    public static NeedView AtOblastLevel(Need need, KnownMunicipality hromada) => ForPartners(need, hromada) with
    {
        Municipality = null,
        MunicipalityNames = null,
        TerritoryNotice = null,
        Title = null,
        Description = null,
        UrgencyReason = null,
        Masked = MaskedAtOblastLevel,
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
        Sensitivity = need.Statement.Sensitivity,
        NeededBy = need.Statement.NeededBy,
        SubmittedAt = need.SubmittedAt,
        VerifiedAt = need.VerifiedAt,
        ExpiresAt = need.ExpiresAt,
        Question = need.Question,
        RejectionReason = need.RejectionReason,
        RejectionText = need.RejectionText,
        WithdrawalReason = need.WithdrawalReason,
        OnOccupiedTerritory = need.OnOccupiedTerritory,
        Masked = [],
    };
}
