using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>
/// The one place that decides what a reader sees of an initiative. Coordinators of KS and AUC, the organisation that recorded it, and
/// partners that act for one of the two see all of it. For all others a restricted or withdrawn one does not exist; one in or near the
/// war is told to other partners some time later, and then at the level of the oblast: neither who is helped nor who helps, nor what
/// would tell it.
/// </summary>
internal sealed class InitiativeVisibility(Caller caller, ActingFor<Data.RegistryDb> acting, PublicationDelay delay, TimeProvider clock)
{
    private bool SeesAll => caller.HasRole(StaffRole.KsCoordinator) || caller.HasRole(StaffRole.AucCoordinator);

    /// <summary>Whether the reader reads numbers of whatever size.</summary>
    public bool SeesSmallNumbers => caller.Kind == CallerKind.Staff;

    /// <summary>The initiatives that there are for the reader.</summary>
    public async Task<IQueryable<InitiativeRow>> ThatAreToldAsync(IQueryable<InitiativeRow> rows, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Staff)
            return Staff(rows);
        var toldBy = clock.GetUtcNow() - delay.Time;
        var full = (await SeenInFullAsync(rows, cancellationToken)).Select(row => row.Initiative.Id);
        return rows.Where(row => full.Contains(row.Initiative.Id)
            || (row.Initiative.Facts.Status != InitiativeStatus.Withdrawn && row.Initiative.Facts.Sensitivity != Sensitivity.Restricted
                && row.Initiative.RecordedAt <= toldBy));
    }

    /// <summary>The initiatives that the reader sees in full, its two sides included: by these alone it may be asked who helps whom.</summary>
    public async Task<IQueryable<InitiativeRow>> SeenInFullAsync(IQueryable<InitiativeRow> rows, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Staff)
            return Staff(rows);
        var (organisation, own) = (caller.OrganisationId ?? Guid.Empty, await OwnAsync(cancellationToken));
        return rows.Where(row => row.Initiative.RecordedBy == organisation
            || (row.Initiative.Facts.Status != InitiativeStatus.Withdrawn
                && (own.Contains(row.Hromada.Code)
                    || own.Contains(row.Partner!.Code)
                    || (row.Initiative.Facts.Sensitivity != Sensitivity.Restricted
                        && row.Hromada.Facts.TerritoryStatus == TerritoryStatus.None && row.Hromada.Facts.Category != ProgrammeCategory.WarZone
                        && (row.Partner == null || (row.Partner.Facts.TerritoryStatus == TerritoryStatus.None && row.Partner.Facts.Category != ProgrammeCategory.WarZone))))));
    }

    private IQueryable<InitiativeRow> Staff(IQueryable<InitiativeRow> rows) => SeesAll ? rows : rows.Where(row =>
        row.Initiative.Facts.Sensitivity != Sensitivity.Restricted && row.Initiative.Facts.Status != InitiativeStatus.Withdrawn);

    /// <summary>The codes for which the reader acts; services act for nobody.</summary>
    private async Task<string[]> OwnAsync(CancellationToken cancellationToken) =>
        [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];
}
