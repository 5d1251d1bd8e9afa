namespace Kommunebro.Matching.Engine;

/// <summary>Turns a solver's choice into a plan that people can read.</summary>
internal static class PlanBuilder
{
    public static Plan Build(CandidateSet candidates, MasterSolution solution)
    {
        var problem = candidates.Problem;
        Match[] matches = [.. solution.Chosen
            .Select(position => candidates.Pairs[position])
            .OrderBy(pair => pair.Supplier.Id)
            .ThenBy(pair => pair.Need.Id)
            .Select(pair => new Match(pair, pair.Need.Effort.Days))];
        var ledger = new PlanLedger(candidates, matches);
        return new Plan(
            matches,
            [.. problem.Needs.Where(need => !ledger.IsMatched(need.Id)).Select(need => Unmatched.Of(need, ledger))],
            [.. problem.Suppliers.Select(supplier => Share(supplier, ledger))],
            solution.Stages,
            PlanHash.Of(matches),
            PlanVersions.Of(problem.Scenario));
    }

    private static SupplierShare Share(Supplier supplier, PlanLedger ledger)
    {
        Match[] own = [.. ledger.OfSupplier(supplier.Id)];
        var partnerships = ledger.Partnerships(supplier.Id);
        return new SupplierShare(
            supplier,
            own.Sum(match => match.PersonDays),
            partnerships * ledger.Scenario.OverheadDays,
            partnerships,
            own.Length,
            own.Length == 0 ? Idle.Reasons(supplier, ledger) : []);
    }
}
