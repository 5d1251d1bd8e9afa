using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Partnerships;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Runs;
using Microsoft.EntityFrameworkCore;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Overview;

/// <summary>Numbers for a dashboard, by what is known at this moment.</summary>
internal sealed class GetOverview(MatchingDb db, TimeProvider clock)
{
    /// <summary>The numbers.</summary>
    public async Task<V1.Overview> RunAsync(CancellationToken cancellationToken)
    {
        var overview = new V1.Overview { CapacityPersonDays = await CapacityAsync(cancellationToken) };
        await CountNeedsAsync(overview, cancellationToken);
        await CountProposalsAsync(overview, cancellationToken);
        overview.ReservedPersonDays = await db.SupplierLines.SumAsync(line => line.ReservedPersonDays, cancellationToken);
        overview.InUsePersonDays = await db.SupplierLines.SumAsync(line => line.InUsePersonDays, cancellationToken);
        var today = clock.Today();
        overview.FollowUpsDue = await db.Partnerships.CountAsync(partnership => partnership.FollowUpOn <= today, cancellationToken);
        var stages = await db.Partnerships.GroupBy(partnership => partnership.Stage)
            .Select(stage => new { Stage = stage.Key, Count = stage.Count() }).ToListAsync(cancellationToken);
        overview.Partnerships.AddRange(stages.OrderBy(stage => stage.Stage)
            .Select(stage => new V1.StageCount { Stage = Contracts.WireName.Of(stage.Stage), Partnerships = stage.Count }));
        var latest = await db.Runs.AsNoTracking().OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id)
            .Select(RunView.Columns).FirstOrDefaultAsync(cancellationToken);
        if (latest is not null)
            overview.LatestRun = RunsGrpc.Show(latest);
        return overview;
    }

    private async Task CountNeedsAsync(V1.Overview overview, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var needs = db.Verified.Where(need => need.ExpiresAt > now);
        overview.Needs = await needs.CountAsync(cancellationToken);
        overview.Hromadas = await needs.Select(need => need.HromadaId).Distinct().CountAsync(cancellationToken);
        var covered = needs.Where(need => db.Holds.Where(hold => hold.NeedId == need.Id).Sum(hold => hold.Quarters) >= Share.Covering);
        overview.NeedsCovered = await covered.CountAsync(cancellationToken);
        overview.HromadasCovered = await covered.Select(need => need.HromadaId).Distinct().CountAsync(cancellationToken);
    }

    private async Task CountProposalsAsync(V1.Overview overview, CancellationToken cancellationToken)
    {
        var proposals = db.Proposals;
        overview.WaitsForKsKey = await proposals.CountAsync(
            proposal => proposal.Status == ProposalStatus.Proposed && proposal.KsBy == null, cancellationToken);
        overview.WaitsForAucKey = await proposals.CountAsync(
            proposal => proposal.Status == ProposalStatus.Proposed && proposal.AucBy == null, cancellationToken);
        overview.WaitsForSupplier = await proposals.CountAsync(proposal => proposal.Status == ProposalStatus.WithSupplier, cancellationToken);
        overview.WaitsForHromada = await proposals.CountAsync(proposal => proposal.Status == ProposalStatus.WithHromada, cancellationToken);
    }

    // A few hundred offers; what is not stated is assumed by the same rules as in a run.
    private async Task<int> CapacityAsync(CancellationToken cancellationToken)
    {
        var (offers, today) = (await db.Offers.AsNoTracking().Where(offer => offer.State != null).ToListAsync(cancellationToken), clock.Today());
        var available = offers.Select(offer => offer.State!).Where(offer => offer.IsAvailableOn(today)).ToList();
        var ids = available.Select(offer => $"{offer.MunicipalityId}").ToList();
        var suppliers = (await db.Municipalities.AsNoTracking().Where(known => ids.Contains(known.Id) && known.State != null)
            .ToListAsync(cancellationToken)).Where(known => known.State!.Country == Contracts.Country.No).ToDictionary(known => known.State!.MunicipalityId, known => known.State!.Population);
        return available.GroupBy(offer => offer.MunicipalityId).Where(offers => suppliers.ContainsKey(offers.Key))
            .Select(offers => offers.MaxBy(offer => offer.OfferId)!)
            .Sum(offer => DefaultScenario.Assumptions.Capacity(offer.PersonDays, offer.CapacityBand, suppliers[offer.MunicipalityId]).Days);
    }
}
