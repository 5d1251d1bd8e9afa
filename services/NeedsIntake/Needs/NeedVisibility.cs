using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Directory;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>
/// The one place that decides what a reader sees of a need. Until readers can be told apart everybody is a partner who does
/// not work on the need: public and partners' needs in full, also of hromadas in the war zone, and of a restricted one
/// that it exists. The public does not read this API; what it may see of the war zone is decided with the open data.
/// The note that AUC made when it verified is shown to nobody yet.
/// </summary>
internal static class NeedVisibility
{
    private static readonly string[] MaskedInStub =
    [
        "municipality", "municipalityNames", "region", "territoryNotice", "title", "description", "area", "horizon",
        "urgency", "urgencyReason", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "neededBy",
        "submittedAt", "verifiedAt", "expiresAt", "question", "rejectionReason", "rejectionText", "withdrawalReason",
        "onOccupiedTerritory",
    ];

    /// <summary>What the reader sees of <paramref name="need"/>.</summary>
    public static NeedView Show(Need need, KnownMunicipality hromada) =>
        need.Statement.Sensitivity == Sensitivity.Restricted ? Stub(need) : Full(need, hromada);

    /// <summary>The needs that may answer a question about a masked field: else a filter would tell what the mask hides.</summary>
    public static IQueryable<Need> ThatMayBeSearched(IQueryable<Need> needs) =>
        needs.Where(need => need.Statement.Sensitivity != Sensitivity.Restricted);

    private static NeedView Stub(Need need) => new()
    {
        Id = need.Id,
        Version = need.Version,
        Status = need.Status,
        Illustrative = need.Statement.Illustrative,
        Masked = MaskedInStub,
    };

    private static NeedView Full(Need need, KnownMunicipality hromada) => new()
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
