using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>
/// The one place that decides what a reader sees of an initiative. Coordinators of KS and AUC, the organisation that recorded it, and
/// partners that act for one of the two see all of it. For all others a restricted or withdrawn one does not exist; one in or near the
/// war is told to other partners when nothing of it has changed for some time, and then at the level of the oblast: neither who is helped
/// nor who helps, nor what would tell it; where few hromadas of the oblast could be meant, not at all.
/// </summary>
internal sealed class InitiativeVisibility(
    RegistryDb db, Caller caller, ActingFor<RegistryDb> acting, PublicationDelay delay, TimeProvider clock)
{
    private bool SeesAll => caller.HasAnyOf(StaffRole.Coordinators);

    /// <summary>The initiatives that there are for the reader.</summary>
    public async Task<IQueryable<InitiativeRow>> ThatAreToldAsync(IQueryable<InitiativeRow> rows, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Staff)
            return Staff(rows);
        var toldBy = clock.GetUtcNow() - delay.Time;
        var full = (await SeenInFullAsync(rows, cancellationToken)).Select(row => row.Initiative.Id);
        return rows.Where(row => full.Contains(row.Initiative.Id)
            || (row.Initiative.Facts.Status != InitiativeStatus.Withdrawn && row.Initiative.Facts.Sensitivity != Sensitivity.Restricted
                && row.Initiative.ChangedAt <= toldBy
                && NearWar.Count(other => other.Kind == MunicipalityKind.Hromada && other.Facts.RegionCode == row.Hromada.Facts.RegionCode) >= SmallNumbers.Limit));
    }

    /// <summary>The initiatives that the reader sees in full, its two sides included: by these alone it may be asked who helps whom.</summary>
    public async Task<IQueryable<InitiativeRow>> SeenInFullAsync(IQueryable<InitiativeRow> rows, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Staff)
            return Staff(rows);
        var (organisation, own) = (caller.OrganisationId ?? Guid.Empty, await OwnAsync(cancellationToken));
        var near = NearWar.Select(municipality => municipality.Id);
        return rows.Where(row => row.Initiative.RecordedBy == organisation
            || (row.Initiative.Facts.Status != InitiativeStatus.Withdrawn
                && (own.Contains(row.Hromada.Code)
                    || own.Contains(row.Partner!.Code)
                    || (row.Initiative.Facts.Sensitivity != Sensitivity.Restricted
                        && !near.Contains(row.Initiative.HromadaId)
                        && (row.Initiative.PartnerId == null || !near.Contains(row.Initiative.PartnerId.Value))))));
    }

    private IQueryable<Municipality> NearWar => db.Municipalities.Where(MunicipalityMask.IsInOrNearWar);

    private IQueryable<InitiativeRow> Staff(IQueryable<InitiativeRow> rows) => SeesAll ? rows : rows.Where(row =>
        row.Initiative.Facts.Sensitivity != Sensitivity.Restricted && row.Initiative.Facts.Status != InitiativeStatus.Withdrawn);

    /// <summary>The codes for which the reader acts; services act for nobody.</summary>
    private async Task<string[]> OwnAsync(CancellationToken cancellationToken) =>
        [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];
}
