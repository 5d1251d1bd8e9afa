using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>Why a supplier is not proposed for a need.</summary>
/// <param name="Run">The run.</param>
/// <param name="Supplier">Who was asked about.</param>
/// <param name="Need">The need.</param>
/// <param name="Answer">Why not.</param>
/// <param name="HeldBy">The matches to which it lost, as far as the reader is told of them.</param>
internal sealed record FoundWhyNot(
    RecalledRun Run, StoredParty Supplier, StoredNeed Need, WhyNot Answer, IReadOnlyList<(Match Match, StoredNeed Need)> HeldBy)
{
    /// <summary>How many are left out.</summary>
    public int Masked => Answer.HeldBy.Count - HeldBy.Count;
}

/// <summary>Finds why a supplier is not proposed for a need in the plan of a run: the hard rule that fails, else what it lost to.</summary>
internal sealed class AskWhyNot(RecallRun recall)
{
    /// <summary>The answer. It goes by the data of now, against the plan of the run.</summary>
    /// <exception cref="Refusal">400 missing_field, unknown_municipality, unknown_need; also <see cref="RecallRun.LoadAsync"/>.</exception>
    public async Task<FoundWhyNot> RunAsync(Guid id, string? supplierCode, Guid? needId, CancellationToken cancellationToken)
    {
        AskedPair.Enforce(supplierCode, needId);
        var run = await recall.LoadAsync(id, cancellationToken);
        var (supplier, need) = (run.Supplier(supplierCode!), run.Need(needId!.Value));
        var answer = Answer(run, supplier.Id, need.Id, cancellationToken);
        return new FoundWhyNot(
            run, supplier, need, answer, [.. answer.HeldBy.Select(match => (match, run.Find(match.Pair.Need.Id)!)).Where(held => run.Sight.Tells(held.Item2))]);
    }

    private static WhyNot Answer(RecalledRun run, Guid supplier, Guid need, CancellationToken cancellationToken)
    {
        var problem = run.Loaded.Problem;
        if (problem.SupplierById.ContainsKey(supplier) && problem.NeedById.ContainsKey(need))
            return WhyNot.Of(CandidateSet.Of(problem, cancellationToken), run.Shares, run.Plan.Optimal, supplier, need);
        var planned = run.Plan.Matches.Where(match => match.Need.Id == need)
            .Select(match => (Share: new PlannedShare(match.Supplier.Id, need, match.Quarters), match.Score)).ToList();
        if (planned.Exists(taken => taken.Share.SupplierId == supplier))
            return WhyNot.WasPlanned(planned.Find(taken => taken.Share.SupplierId == supplier).Share);
        return problem.NeedById.ContainsKey(need) ? WhyNot.NoOffer(supplier) : WhyNot.NeedGone(planned);
    }
}
