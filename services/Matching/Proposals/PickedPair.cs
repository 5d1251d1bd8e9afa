using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>The pair that a person picked, scored as in a run.</summary>
internal sealed class PickedPair(MatchingDb db, ProblemLoader problems)
{
    /// <summary>The pair, when the hard rules allow it.</summary>
    /// <param name="needId">The need.</param>
    /// <param name="supplierCode">Official code of who would help.</param>
    /// <param name="quarters">How many quarters of the need; null for all that nobody is asked to meet yet.</param>
    /// <param name="opening">Opens an occupied hromada.</param>
    /// <param name="language">The language of refusals.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">
    /// 400 out_of_range, not_shareable, unknown_need, unknown_municipality, also <see cref="OpeningRules.Require"/>; 409 need_taken, offer_not_available,
    /// already_proposed or the code of the hard rule that fails; 503 read_model_not_ready.
    /// </exception>
    public async Task<StoredMatch> FindAsync(
        Guid needId, string supplierCode, int? quarters, TerritoryOpening? opening, string language, CancellationToken cancellationToken)
    {
        var loaded = await problems.LoadAsync(cancellationToken);
        var need = await NeedOfAsync(loaded, needId, cancellationToken);
        var supplier = SupplierOf(loaded, supplierCode);
        if (await db.Proposals.AnyAsync(
            open => open.SupplierId == supplier.Id && open.NeedId == need.Id && open.Status == ProposalStatus.Proposed, cancellationToken))
            throw new Refusal(RefusalKind.Conflict, "already_proposed", "These two are proposed already; the proposal waits for its keys.");
        NeedRoom.Require(loaded.Problem, supplier.Id, need.Id);
        if (opening is not null)
            OpeningRules.Require(opening, loaded.Problem.HromadaById[need.HromadaId]);
        var problem = opening?.Open(loaded.Problem, need.HromadaId) ?? loaded.Problem;
        var taken = QuartersOf(problem, need, quarters);
        var days = Share.Days(need.Effort.Days, taken);
        var asked = problem.OfPair(supplier, need with { Effort = need.Effort with { Days = days } }, problem.Exclusions.Values);
        if (Eligibility.WhyNot(asked, supplier.Id, need.Id) is { } failure)
            throw ReleaseCheck.Refused(failure, problem, language);
        var pair = CandidateSet.OfHromada(problem, need.HromadaId, cancellationToken).OfNeed(need.Id)
            .Single(pair => pair.Supplier.Id == supplier.Id);
        // Whoever comes first takes the lead.
        var coordinates = problem.Decisions.QuartersLeft(need.Id) == Share.Whole && !await db.Proposals.AnyAsync(
            open => open.NeedId == need.Id && open.Origin == ProposalOrigin.Hand && open.Status == ProposalStatus.Proposed, cancellationToken);
        return StoredMatch.Of(new Match(pair, taken, days, coordinates, IsPinned: false), loaded);
    }

    private static int QuartersOf(Problem problem, Need need, int? asked)
    {
        var left = problem.Decisions.QuartersLeft(need.Id);
        var quarters = asked ?? left;
        if (quarters < 1 || quarters > left)
            throw new Refusal(RefusalKind.Invalid, "out_of_range", $"From 1 to {left}, the quarters of the need that nobody is asked to meet.", "quarters");
        if (quarters < left && !problem.Scenario.Sharing.Allows(need))
            throw new Refusal(
                RefusalKind.Invalid, "not_shareable", $"Needs below {problem.Scenario.Sharing.FromDays} person-days are not shared.", "quarters");
        return quarters;
    }

    private async Task<Need> NeedOfAsync(LoadedProblem loaded, Guid id, CancellationToken cancellationToken) =>
        loaded.Problem.NeedById.GetValueOrDefault(id)
        ?? throw (await db.Holds.AnyAsync(hold => hold.NeedId == id, cancellationToken)
            ? new Refusal(RefusalKind.Conflict, "need_taken", "Somebody is asked to meet this need, or meets it.")
            : new Refusal(RefusalKind.Invalid, "unknown_need", "There is no such verified need.", "needId"));

    private static Supplier SupplierOf(LoadedProblem loaded, string code)
    {
        var known = loaded.Municipalities.Values.FirstOrDefault(known => known.Code == code && known.Kind != MunicipalityKind.Hromada)
            ?? throw new Refusal(RefusalKind.Invalid, "unknown_municipality", $"There is no supplier with the code {code}.", "supplier");
        return loaded.Problem.SupplierById.GetValueOrDefault(known.MunicipalityId)
            ?? throw new Refusal(RefusalKind.Conflict, "offer_not_available", "The supplier has no available offer.", "supplier");
    }
}
