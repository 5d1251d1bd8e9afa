using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Which hromadas are helped by somebody, as far as the reader may know.</summary>
internal sealed class HelpedHromadas(RegistryDb db, InitiativeVisibility visibility, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>
    /// The hromadas among <paramref name="municipalities"/> that are helped, or are not. Coordinators see all. Others hear nothing of
    /// partnerships of this platform in which they have no part, since some are restricted, and partners nothing of hromadas in or near
    /// the war that they neither act for nor help.
    /// </summary>
    /// <exception cref="Refusal">Forbidden initiatives_not_read: a partner that may not read initiatives.</exception>
    public async Task<IQueryable<Municipality>> AmongAsync(IQueryable<Municipality> municipalities, bool helped, CancellationToken cancellationToken)
    {
        RefuseWhoDoesNotReadInitiatives();
        var ids = Helped(await visibility.SeenInFullAsync(InitiativeRow.Of(db), cancellationToken), await PartnershipsAsync(cancellationToken));
        var hromadas = municipalities.Where(municipality => municipality.Kind == MunicipalityKind.Hromada);
        if (helped) return hromadas.Where(hromada => ids.Contains(hromada.Id));
        var unhelped = hromadas.Where(hromada => !ids.Contains(hromada.Id));
        return await acting.CodesAsync(cancellationToken) is not { } own
            ? unhelped
            : unhelped.Where(hromada => own.Contains(hromada.Code)
                || !db.Municipalities.Where(MunicipalityMask.IsInOrNearWar).Select(near => near.Id).Contains(hromada.Id));
    }

    /// <summary>
    /// The hromadas among <paramref name="municipalities"/> that an initiative helps which the reader sees in full: one of <paramref name="partner"/>
    /// and <paramref name="programme"/>, null for any. So nothing that is masked is found by it.
    /// </summary>
    /// <exception cref="Refusal">Forbidden initiatives_not_read: a partner that may not read initiatives.</exception>
    public async Task<IQueryable<Municipality>> HelpedByAsync(
        IQueryable<Municipality> municipalities, string? partner, InitiativeProgramme? programme, CancellationToken cancellationToken)
    {
        RefuseWhoDoesNotReadInitiatives();
        var rows = await visibility.SeenInFullAsync(InitiativeRow.Of(db), cancellationToken);
        if (partner is not null) rows = rows.Where(row => row.Partner!.Code == partner);
        if (programme is not null) rows = rows.Where(row => row.Initiative.Facts.Programme == programme);
        var ids = Helping(rows);
        return municipalities.Where(municipality => ids.Contains(municipality.Id));
    }

    /// <summary>
    /// The ids of all that count for the reader as helped in numbers. For staff partnerships of this platform are among them. For partners only
    /// what the list tells them: a number that held more would, less the list, tell the rest, and what they record themselves would probe it.
    /// </summary>
    public async Task<IQueryable<Guid>> CountedAsync(CancellationToken cancellationToken) =>
        Helped(await visibility.SeenInFullAsync(InitiativeRow.Of(db), cancellationToken), Existing.Where(_ => caller.Kind == CallerKind.Staff));

    private IQueryable<KnownPartnership> Existing => db.KnownPartnerships.AsNoTracking().Where(partnership => partnership.Exists);

    private void RefuseWhoDoesNotReadInitiatives()
    {
        if (caller.Kind == CallerKind.Partner && !caller.Scopes.Contains(AccessPolicies.InitiativesRead))
            throw new Refusal(RefusalKind.Forbidden, "initiatives_not_read", $"Who is helped is told to those with the scope {AccessPolicies.InitiativesRead}.");
    }

    private IQueryable<Guid> Helped(IQueryable<InitiativeRow> rows, IQueryable<KnownPartnership> partnerships) =>
        Helping(rows).Union(partnerships.Select(partnership => partnership.HromadaId));

    private IQueryable<Guid> Helping(IQueryable<InitiativeRow> rows)
    {
        var helping = db.Initiatives.Where(Initiative.HelpsOn(clock.KyivToday())).Select(initiative => initiative.Id);
        return rows.Where(row => helping.Contains(row.Initiative.Id)).Select(row => row.Initiative.HromadaId);
    }

    private async Task<IQueryable<KnownPartnership>> PartnershipsAsync(CancellationToken cancellationToken)
    {
        if (caller.HasAnyOf(StaffRole.Coordinators)) return Existing;
        string[] own = [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];
        var sides = db.Municipalities.Where(municipality => own.Contains(municipality.Code)).Select(municipality => municipality.Id);
        return Existing.Where(partnership => sides.Contains(partnership.HromadaId) || sides.Contains(partnership.SupplierId));
    }
}
