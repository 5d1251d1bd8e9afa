namespace Kommunebro.Matching.Engine;

/// <summary>Turns what a search found into a plan that people can read.</summary>
internal static class PlanBuilder
{
    public static Plan Build(ProblemModel model, Outcome outcome)
    {
        var (candidates, problem) = (model.Candidates, model.Candidates.Problem);
        var matches = Matches(model, outcome);
        var ledger = new PlanLedger(candidates, matches, outcome.Stages.All(stage => stage.Optimal));
        var value = outcome.Stages.Single(stage => stage.Stage is ObjectiveStage.Value).Reached;
        return new Plan(
            matches,
            [.. problem.Needs.Where(need => !ledger.IsCovered(need)).Select(need => Unmatched.Of(need, ledger))],
            [.. problem.Suppliers.Select(supplier => ShareOf(supplier, ledger))],
            outcome.Stages,
            new PriceOfFairness(outcome.FreeValue - value, outcome.FreeBound - value),
            PlanHash.Of(matches),
            PlanVersions.Of(problem.Scenario),
            outcome.Work);
    }

    private static Match[] Matches(ProblemModel model, Outcome outcome)
    {
        var shares = model.Pinned.Select(pin => (pin.Candidate, pin.Quarters, IsPinned: true))
            .Concat(outcome.Shares.Select(share => (Candidate: model.CandidateOf(share.Pair), share.Quarters, IsPinned: false)))
            .OrderBy(share => share.Candidate.Supplier).ThenBy(share => share.Candidate.Need)
            .ToList();
        var needs = model.Candidates.Problem.Needs;
        var led = model.Candidates.Problem.Decisions.Standing.Select(share => share.NeedId).OfType<Guid>().ToHashSet();
        // The largest part coordinates, then the better fit; where somebody stands already, that one does.
        var coordinators = shares.GroupBy(share => share.Candidate.Need).Where(shared => !led.Contains(needs[shared.Key].Id))
            .Select(shared => shared.OrderByDescending(share => share.Quarters).ThenByDescending(share => share.Candidate.Score).First().Candidate)
            .ToHashSet();
        return
        [
            .. shares.Select(share => new Match(
                model.Candidates.Detail(share.Candidate),
                share.Quarters,
                Share.Days(needs[share.Candidate.Need].Effort.Days, share.Quarters),
                coordinators.Contains(share.Candidate),
                share.IsPinned)),
        ];
    }

    private static SupplierShare ShareOf(Supplier supplier, PlanLedger ledger)
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
