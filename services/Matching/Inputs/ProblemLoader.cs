using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.ReadModel;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Inputs;

/// <summary>Makes the engine's problem from the read model and the ledger; runs, shortlists and releases see the same.</summary>
internal sealed class ProblemLoader(MatchingDb db, IChosenScenario scenarios, IPlanInForce inForce, TimeProvider clock)
{
    /// <summary>
    /// By the scenario in force, its bans included; without its pins and the plan in force, which concern a whole plan.
    /// </summary>
    /// <exception cref="Refusal">read_model_not_ready: an owner's snapshot has not been read yet.</exception>
    public async Task<LoadedProblem> LoadAsync(CancellationToken cancellationToken) =>
        await LoadAsync(await scenarios.ReadAsync(null, cancellationToken) with { Pins = [] }, [], cancellationToken);

    /// <summary>By the scenario of a run, as the run names it (null for the one in force), and with the plan in force, from which a change costs.</summary>
    /// <exception cref="Refusal">read_model_not_ready: an owner's snapshot has not been read yet.</exception>
    public async Task<LoadedProblem> LoadRunAsync(string? scenario, CancellationToken cancellationToken) =>
        await LoadAsync(await scenarios.ReadAsync(scenario, cancellationToken), await inForce.ReadAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// Reads everything, leaving out what is not complete yet because a message is still on its way, and needs all of which
    /// is taken; of those that are partly taken the rest is shared out.
    /// </summary>
    private async Task<LoadedProblem> LoadAsync(
        ChosenScenario chosen, IReadOnlyList<PlannedShare> plan, CancellationToken cancellationToken)
    {
        await RequireReadyAsync(cancellationToken);
        var today = clock.Today();
        var commitments = await Commitments.LoadAsync(db, today, cancellationToken);
        var areas = await StatesAsync(db.Areas, cancellationToken);
        var municipalities = (await StatesAsync(db.Municipalities, cancellationToken)).ToDictionary(state => state.MunicipalityId);
        var known = areas.Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        var told = KnownOffers.Of(await StatesAsync(db.Offers, cancellationToken), municipalities, known, today);
        var (offers, ties) = (told.OfSuppliers, await KnownTies.LoadAsync(db, today, cancellationToken));
        var verified = (await StatesAsync(db.Needs, cancellationToken))
            .Where(need => municipalities.ContainsKey(need.MunicipalityId) && known.Contains(need.AreaCode))
            .ToDictionary(need => need.NeedId);
        var needs = verified.Values.Where(need => commitments.QuartersLeft(need.NeedId) > 0).ToDictionary(need => need.NeedId);

        var scenario = chosen.Rules;
        var byCode = municipalities.Values.ToDictionary(municipality => municipality.Code, municipality => municipality.MunicipalityId, StringComparer.Ordinal);
        Guid[] IdsOf(IReadOnlyList<string>? codes) => [.. (codes ?? []).Where(byCode.ContainsKey).Select(code => byCode[code])];
        // One that was followed is a decision that stands already.
        var open = chosen.Pins.Where(pin => !commitments.Keeps(pin.SupplierId, pin.NeedId)).ToList();
        var pins = open.Where(pin => needs.ContainsKey(pin.NeedId) && offers.ContainsKey(pin.SupplierId)).ToList();
        var problem = new Problem(
            today,
            scenario,
            areas.Select(area => new Area(area.Code, area.Broader, area.Names)),
            offers.Values.Select(offer => commitments.Left(
                SupplierOf(offer, municipalities[offer.MunicipalityId], scenario.Assumptions) with
                {
                    Ties = ties.Of(offer.MunicipalityId),
                    Wishes = IdsOf(offer.Wishes),
                    Vetoes = IdsOf(offer.Vetoes),
                    Learns = offer.Learns ?? [],
                },
                scenario.OverheadDays)),
            needs.Values.Select(need => need.MunicipalityId).Distinct().Select(id =>
                HromadaOf(municipalities[id], commitments.HasPartner(id) || ties.IsHelped(id)) with { Teaches = told.TaughtBy(id) }),
            needs.Values.Select(need => NeedOf(need, scenario.Assumptions)),
            commitments.With(chosen.Bans),
            Decisions.None with
            {
                Standing = commitments.Standing(id => verified.TryGetValue(id, out var need) && need.Urgency == Need.Critical),
                Pins = [.. pins.Select(pin => new Pin(pin.SupplierId, pin.NeedId, pin.Quarters))],
                InForce = plan,
            });
        return new LoadedProblem(problem, municipalities, needs, offers) { Pins = open, LostPins = [.. open.Except(pins)] };
    }

    /// <summary>Whether every owner has been read once.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await db.Bootstraps.CountAsync(cancellationToken) == SnapshotLoader.Owners;

    /// <summary>Makes sure that every owner has been read once.</summary>
    /// <exception cref="Refusal">read_model_not_ready.</exception>
    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync(cancellationToken))
            throw new Refusal(
                RefusalKind.Unavailable,
                "read_model_not_ready",
                "Matching has not read registry and needs-intake yet. It does so by itself as soon as both answer.");
    }

    private static async Task<List<TState>> StatesAsync<TState>(DbSet<Known<TState>> known, CancellationToken cancellationToken)
        where TState : class =>
        [.. (await known.AsNoTracking().Where(thing => thing.State != null).ToListAsync(cancellationToken)).Select(thing => thing.State!)];

    private static Supplier SupplierOf(OfferChanged offer, MunicipalityChanged municipality, Assumptions assumptions) => new(
        municipality.MunicipalityId,
        municipality.Code,
        municipality.Names,
        municipality.Kind,
        municipality.Population,
        assumptions.Capacity(offer.PersonDays, offer.CapacityBand, municipality.Population),
        [.. offer.Areas.Select(area => new Competence(area.AreaCode, area.Level, area.Modes, area.PersonDays))],
        offer.Terms,
        offer.Languages,
        offer.MaxPartnerships,
        offer.Travel);

    private static Hromada HromadaOf(MunicipalityChanged municipality, bool hasPartner) => new(
        municipality.MunicipalityId,
        municipality.Code,
        municipality.Names,
        municipality.Category,
        municipality.RegionCode,
        municipality.Population,
        municipality.TerritoryStatus,
        municipality.TerritoryCoverage,
        hasPartner);

    private static Need NeedOf(NeedVerified need, Assumptions assumptions) => new(
        need.NeedId,
        need.MunicipalityId,
        need.AreaCode,
        need.Horizon,
        need.Urgency,
        need.DesiredModes,
        assumptions.Effort(need.PersonDays, need.EffortBand, need.Horizon, need.AreaCode),
        need.Languages,
        need.NeededBy,
        need.ExpiresAt);
}
