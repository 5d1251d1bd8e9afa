using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Shortlists;

/// <summary>What a person who proposes by hand can choose from.</summary>
/// <param name="Loaded">What was looked at.</param>
/// <param name="Pairs">Best first.</param>
/// <param name="Reasons">Why there are none.</param>
/// <param name="Openings">On which grounds the person may open the need's hromada.</param>
internal sealed record FoundPairs(
    LoadedProblem Loaded, IReadOnlyList<Pair> Pairs, IReadOnlyList<Sentence> Reasons, IReadOnlyList<OpeningGround> Openings);

/// <summary>The pairs of one need or of one supplier, best first, for a person who proposes by hand.</summary>
internal sealed class GetShortlist(MatchingDb db, ProblemLoader problems, Caller caller)
{
    private const int Most = 20;

    /// <summary>The pairs, why there are none when there are none, and how the caller may open the hromada.</summary>
    /// <exception cref="Refusal">
    /// 400 one_side_required, invalid_id, unknown_need, unknown_municipality, also <see cref="OpeningRules.Require"/>; 409
    /// need_taken; 503 read_model_not_ready.
    /// </exception>
    public async Task<FoundPairs> RunAsync(
        string needId, string supplierCode, string? opening, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Check((needId.Length == 0) != (supplierCode.Length == 0), "needId", "one_side_required", "Ask for one need or for one supplier.");
        var need = Wire.Id(rules, needId, "needId");
        var opened = rules.Opening(opening, caller);
        rules.Enforce();
        var loaded = await problems.LoadAsync(cancellationToken);
        return need is { } id
            ? await OfNeedAsync(loaded, id, opened, cancellationToken)
            : OfSupplier(loaded, supplierCode);
    }

    private async Task<FoundPairs> OfNeedAsync(
        LoadedProblem loaded, Guid id, TerritoryOpening? opening, CancellationToken cancellationToken)
    {
        if (!loaded.Problem.NeedById.TryGetValue(id, out var need))
            throw await db.Holds.AnyAsync(hold => hold.NeedId == id, cancellationToken)
                ? new Refusal(RefusalKind.Conflict, "need_taken", "Somebody is asked to meet this need, or meets it.", "needId")
                : new Refusal(RefusalKind.Invalid, "unknown_need", "There is no such verified need.", "needId");
        var hromada = loaded.Problem.HromadaById[need.HromadaId];
        if (opening is not null)
            OpeningRules.Require(opening, hromada);
        var problem = opening?.Open(loaded.Problem, need.HromadaId) ?? loaded.Problem;
        var pairs = CandidateSet.OfHromada(problem, need.HromadaId, cancellationToken).OfNeed(id)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Supplier.Code, StringComparer.Ordinal).Take(Most).ToList();
        var reasons = pairs.Count > 0 ? [] : NoCandidates.Of(problem, need.HromadaId).Single(none => none.Need.Id == id).Reasons;
        return new FoundPairs(loaded, pairs, reasons, caller.Openings(hromada));
    }

    private static FoundPairs OfSupplier(LoadedProblem loaded, string code)
    {
        var supplier = loaded.Municipalities.Values
            .FirstOrDefault(known => known.Code == code && known.Kind != MunicipalityKind.Hromada)?.MunicipalityId
            ?? throw new Refusal(RefusalKind.Invalid, "unknown_municipality", $"There is no supplier with the code {code}.", "supplierCode");
        var candidates = CandidateSet.Of(loaded.Problem);
        var pairs = candidates.OfSupplier(supplier)
            .OrderByDescending(candidates.Value).ThenBy(candidate => candidate.Need).Take(Most).Select(candidates.Detail).ToList();
        var known = loaded.Problem.SupplierById.GetValueOrDefault(supplier);
        return new FoundPairs(loaded, pairs, pairs.Count > 0 || known is null ? [] : NoCandidates.OfSupplier(loaded.Problem, known), []);
    }
}
