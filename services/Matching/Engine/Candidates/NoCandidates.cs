namespace Kommunebro.Matching.Engine;

/// <summary>The other half of a shortlist: the needs of a hromada that nobody may serve, so that it is never silent about them.</summary>
public static class NoCandidates
{
    /// <summary>The hromada's needs without an eligible supplier, each with the reason.</summary>
    /// <param name="problem">The data.</param>
    /// <param name="hromadaId">The hromada; one without needs gets an empty list.</param>
    public static IReadOnlyList<UnmatchedNeed> Of(Problem problem, Guid hromadaId)
    {
        var candidates = CandidateSet.OfHromada(problem, hromadaId);
        var ledger = new PlanLedger(candidates, [], isProven: false);
        return [.. problem.Needs
            .Where(need => need.HromadaId == hromadaId && candidates.CountOf(need.Id) == 0)
            .Select(need => Unmatched.Of(need, ledger))];
    }

    /// <summary>Why there is no need that the supplier could serve; empty when there is one.</summary>
    public static IReadOnlyList<Sentence> OfSupplier(Problem problem, Supplier supplier)
    {
        var candidates = CandidateSet.Of(problem);
        return candidates.OfSupplier(supplier.Id).Any() ? [] : Idle.Reasons(supplier, new PlanLedger(candidates, [], isProven: false));
    }
}
