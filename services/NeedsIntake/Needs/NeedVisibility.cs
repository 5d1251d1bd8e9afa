using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>
/// The one place that decides what a reader sees of a need. Coordinators of KS and AUC, and partners that act for its
/// hromada, see all of it. Of a restricted one (also by undecided texts or by decision, or suspended) all others see that it exists: staff
/// everywhere, partners in lists only. Other partners hear of a need when it is verified, in or near the war some time later,
/// and nothing of what AUC and the hromada said to each other about it; in or near the war, or where the hromada wants it so,
/// they see it at the level of the oblast: neither the hromada nor a text that may name it.
/// </summary>
internal sealed class NeedVisibility(Caller caller, ActingFor<NeedsIntakeDb> acting, PublicationDelay delay, TimeProvider clock)
{
    /// <summary>What other partners are concerned with.</summary>
    private static readonly NeedStatus[] ToldToPartners = [NeedStatus.Verified, NeedStatus.PartlyMet, NeedStatus.Met, NeedStatus.Closed];

    private enum Sight { Nothing, Stub, WithoutPlace, OblastLevel, AsPartner, Full }

    /// <summary>Whether the reader reads what AUC and KS note for themselves.</summary>
    public bool MayReadNotes => caller.Kind == CallerKind.Staff;

    private bool SeesAll => caller.HasAnyOf(StaffRole.Coordinators);

    /// <summary>The last moment at which a need in or near the war must have been verified to be told to others now.</summary>
    private DateTimeOffset ToldIfVerifiedBy => clock.GetUtcNow() - delay.Time;

    /// <summary>What the reader sees of <paramref name="need"/>.</summary>
    public async Task<NeedView> ShowAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken) =>
        await SightOfAsync(need, hromada, cancellationToken) switch
        {
            Sight.Full => NeedViews.Full(need, hromada),
            Sight.AsPartner => NeedViews.ForPartners(need, hromada),
            Sight.OblastLevel => NeedViews.AtOblastLevel(need, hromada),
            Sight.WithoutPlace => NeedViews.WithoutPlace(need, hromada),
            _ => NeedViews.Stub(need),
        };

    /// <summary>The same for one need that the reader asked for by its id.</summary>
    /// <exception cref="Refusal">need_not_found: a partner is not told that another's restricted or unverified need has this id.</exception>
    public async Task<NeedView> ShowOneAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken) =>
        caller.Kind != CallerKind.Staff && await SightOfAsync(need, hromada, cancellationToken) is Sight.Nothing or Sight.Stub
            ? throw NeedChange.NotFound()
            : await ShowAsync(need, hromada, cancellationToken);

    /// <summary>The needs that there are for the reader.</summary>
    public async Task<IQueryable<NeedRow>> ThatAreToldAsync(IQueryable<NeedRow> rows, CancellationToken cancellationToken)
    {
        if (caller.Kind == CallerKind.Staff)
            return rows;
        var own = await OwnAsync(cancellationToken);
        var verifiedBy = ToldIfVerifiedBy;
        return rows.Where(row => own.Contains(row.Hromada.Code)
            || (ToldToPartners.Contains(row.Need.Status)
                && (row.Need.FirstVerifiedAt <= verifiedBy
                    || (row.Hromada.TerritoryStatus == TerritoryStatus.None && row.Hromada.Category != ProgrammeCategory.WarZone))));
    }

    /// <summary>The needs whose area, urgency and oblast the reader sees: of the others a filter would tell what the mask hides.</summary>
    public async Task<IQueryable<NeedRow>> ThatMayBeSearchedAsync(IQueryable<NeedRow> rows, CancellationToken cancellationToken)
    {
        if (SeesAll)
            return rows;
        var own = await OwnAsync(cancellationToken);
        var staff = caller.Kind == CallerKind.Staff;
        return (await ThatAreToldAsync(rows, cancellationToken)).Where(row => own.Contains(row.Hromada.Code)
            || (row.Need.Statement.Sensitivity != Sensitivity.Restricted && !row.Need.TextsUndecided
                && row.Need.ExemptionGround == null && row.Need.Status != NeedStatus.Suspended
                && (staff || row.Need.Statement.LocationPrecision != LocationPrecision.None)));
    }

    /// <summary>The needs that the reader sees in full, its hromada and its texts included.</summary>
    public async Task<IQueryable<NeedRow>> SeenInFullAsync(IQueryable<NeedRow> rows, CancellationToken cancellationToken)
    {
        var found = await ThatMayBeSearchedAsync(rows, cancellationToken);
        if (caller.Kind == CallerKind.Staff)
            return found;
        var own = await OwnAsync(cancellationToken);
        return found.Where(row => own.Contains(row.Hromada.Code)
            || (row.Need.Statement.LocationPrecision == LocationPrecision.Hromada
                && row.Hromada.TerritoryStatus == TerritoryStatus.None && row.Hromada.Category != ProgrammeCategory.WarZone));
    }

    private async Task<Sight> SightOfAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken)
    {
        if (SeesAll || (await OwnAsync(cancellationToken)).Contains(hromada.Code))
            return Sight.Full;
        var staff = caller.Kind == CallerKind.Staff;
        if (!staff && !IsTold(need, hromada))
            return Sight.Nothing;
        if (need.Sensitivity == Sensitivity.Restricted || need.Status == NeedStatus.Suspended)
            return Sight.Stub;
        if (staff)
            return Sight.Full;
        return need.Statement.LocationPrecision == LocationPrecision.None ? Sight.WithoutPlace
            : hromada.IsInOrNearTheWar || need.Statement.LocationPrecision == LocationPrecision.Oblast ? Sight.OblastLevel
            : Sight.AsPartner;
    }

    private bool IsTold(Need need, KnownMunicipality hromada) =>
        ToldToPartners.Contains(need.Status) && (!hromada.IsInOrNearTheWar || need.FirstVerifiedAt <= ToldIfVerifiedBy);

    /// <summary>The codes for which the reader acts; staff and services act for nobody.</summary>
    private async Task<string[]> OwnAsync(CancellationToken cancellationToken) =>
        [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];
}
