using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>
/// The one place that decides what a reader sees of a need. Coordinators of KS and AUC, and partners that act for its
/// hromada, see all of it. Of a restricted one all others see that it exists: staff everywhere, partners in lists only. A
/// need in or near the war is shown to other partners at the level of the oblast: neither the hromada nor a text that may
/// name it.
/// </summary>
internal sealed class NeedVisibility(Caller caller, ActingFor<NeedsIntakeDb> acting)
{
    private static readonly string[] MaskedAtOblastLevel =
    [
        "municipality", "municipalityNames", "territoryNotice", "title", "description", "urgencyReason", "question",
        "rejectionText", "withdrawalReason", "onOccupiedTerritory",
    ];

    private static readonly string[] MaskedInStub =
    [
        "municipality", "municipalityNames", "region", "territoryNotice", "title", "description", "area", "horizon",
        "urgency", "urgencyReason", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "neededBy",
        "submittedAt", "verifiedAt", "expiresAt", "question", "rejectionReason", "rejectionText", "withdrawalReason",
        "onOccupiedTerritory",
    ];

    private enum Sight { Stub, OblastLevel, Full }

    private bool SeesAll => caller.HasRole(StaffRole.KsCoordinator) || caller.HasRole(StaffRole.AucCoordinator);

    /// <summary>What the reader sees of <paramref name="need"/>.</summary>
    public async Task<NeedView> ShowAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken) =>
        await SightOfAsync(need, hromada, cancellationToken) switch
        {
            Sight.Full => Full(need, hromada),
            Sight.OblastLevel => AtOblastLevel(need, hromada),
            _ => Stub(need),
        };

    /// <summary>The same for one need that the reader asked for by its id.</summary>
    /// <exception cref="Refusal">need_not_found: a partner is not told that another's restricted need has this id.</exception>
    public async Task<NeedView> ShowOneAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken) =>
        caller.Kind != CallerKind.Staff && await SightOfAsync(need, hromada, cancellationToken) == Sight.Stub
            ? throw NeedChange.NotFound()
            : await ShowAsync(need, hromada, cancellationToken);

    /// <summary>The needs whose area, urgency and oblast the reader sees: of the others a filter would tell what the mask hides.</summary>
    public async Task<IQueryable<NeedRow>> ThatMayBeSearchedAsync(IQueryable<NeedRow> rows, CancellationToken cancellationToken)
    {
        if (SeesAll)
            return rows;
        var own = await OwnAsync(cancellationToken);
        return rows.Where(row => row.Need.Statement.Sensitivity != Sensitivity.Restricted || own.Contains(row.Hromada.Code));
    }

    /// <summary>The needs that the reader sees in full, its hromada and its texts included.</summary>
    public async Task<IQueryable<NeedRow>> SeenInFullAsync(IQueryable<NeedRow> rows, CancellationToken cancellationToken)
    {
        var found = await ThatMayBeSearchedAsync(rows, cancellationToken);
        if (caller.Kind == CallerKind.Staff)
            return found;
        var own = await OwnAsync(cancellationToken);
        return found.Where(row => own.Contains(row.Hromada.Code)
            || (row.Hromada.TerritoryStatus == TerritoryStatus.None && row.Hromada.Category != ProgrammeCategory.WarZone));
    }

    private async Task<Sight> SightOfAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken)
    {
        if (SeesAll || (await OwnAsync(cancellationToken)).Contains(hromada.Code))
            return Sight.Full;
        if (need.Statement.Sensitivity == Sensitivity.Restricted)
            return Sight.Stub;
        return caller.Kind != CallerKind.Staff && hromada.IsInOrNearTheWar ? Sight.OblastLevel : Sight.Full;
    }

    /// <summary>The codes for which the reader acts; staff and services act for nobody.</summary>
    private async Task<string[]> OwnAsync(CancellationToken cancellationToken) =>
        [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];

    private static NeedView AtOblastLevel(Need need, KnownMunicipality hromada) => Full(need, hromada) with
    {
        Municipality = null,
        MunicipalityNames = null,
        TerritoryNotice = null,
        Title = null,
        Description = null,
        UrgencyReason = null,
        Question = null,
        RejectionText = null,
        WithdrawalReason = null,
        OnOccupiedTerritory = null,
        Masked = MaskedAtOblastLevel,
    };

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
