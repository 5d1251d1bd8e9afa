namespace Kommunebro.Matching.Engine;

/// <summary>A problem with one pin more, and what its best plan would cost against a plan that was made without.</summary>
internal sealed class PinnedProblem
{
    private readonly Pin _pin;
    private readonly RecalledPlan _plan;
    private readonly PlanWorth _worth;
    private readonly ProblemModel _pinned;

    /// <param name="candidates">The pairs of the problem without the pin.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="pin">The share that it shall have.</param>
    /// <exception cref="InvalidProblemException">pins_conflict: the pin breaks a rule or a limit by itself, or beside other pins; quarters_in_range.</exception>
    public PinnedProblem(CandidateSet candidates, IEnumerable<PlannedShare> plan, Pin pin)
    {
        _pin = pin;
        _plan = new RecalledPlan(candidates, plan);
        _worth = new PlanWorth(new ProblemModel(candidates));
        _pinned = new ProblemModel(CandidateSet.Of(With(candidates.Problem, pin)));
    }

    /// <summary>The most quarters of a need that a supplier can take beside what is decided: all that are left, or fewer of one that is shared. All that are left when it can take none.</summary>
    public static int MostQuarters(CandidateSet candidates, Guid supplierId, Guid needId)
    {
        var problem = candidates.Problem;
        // A need that is not shared goes as a whole, even where a part is given away from a time when it was.
        var all = problem.Scenario.Sharing.Allows(problem.NeedById[needId]) ? Math.Max(1, problem.Decisions.QuartersLeft(needId)) : Share.Whole;
        if (candidates.Find(supplierId, needId) is not { } candidate) return all;
        for (var quarters = all; quarters >= new Remainder(problem).LeastQuarters(candidate.Need); quarters--)
            if (new Remainder(problem).Take(candidate, quarters) is null) return quarters;
        return all;
    }

    /// <summary>What is to be searched.</summary>
    public Model Model => _pinned.Model;

    /// <summary>The cost of the pin, by the plan that was found with it.</summary>
    public PinCost Judge(Outcome outcome)
    {
        var before = _worth.Choice(_plan.Shares);
        var found = _worth.Choice(_pinned.Pinned.Concat(outcome.Shares.Select(share => (_pinned.CandidateOf(share.Pair), share.Quarters))));
        var repaired = _worth.Choice(Repaired());
        // The search is bounded; what is nearest to the plan may be better than what it found.
        var after = IsBetter(repaired, found) ? repaired : found;
        return new PinCost(
            _pin,
            [.. _worth.Of(before).Zip(_worth.Of(after), (one, other) => new StageCost(one.Stage, one.Level, one.Reached, other.Reached))],
            Changes(before, after),
            outcome.Stages.All(stage => stage.Optimal),
            outcome.Work);
    }

    private bool IsBetter(Assignment one, Assignment other) => _worth.Of(one).Zip(_worth.Of(other), (left, right) => left.Reached.CompareTo(right.Reached))
        .FirstOrDefault(order => order != 0) > 0;

    /// <summary>The pin, and beside it what still fits of the plan, the most valuable first.</summary>
    private List<(Candidate Candidate, int Quarters)> Repaired()
    {
        var left = new Remainder(_pinned.Candidates.Problem);
        var kept = PinCheck.Take(_pinned.Candidates, left).ToList();
        var others = _plan.Shares.OrderByDescending(share => Share.Value(_plan.Candidates.Value(share.Candidate), share.Quarters));
        kept.AddRange(others.Where(share => left.Take(share.Candidate, share.Quarters) is null));
        return kept;
    }

    private IReadOnlyList<ShareChange> Changes(Assignment before, Assignment after)
    {
        var (was, willBe) = (Quarters(before), Quarters(after));
        return
        [
            .. was.Keys.Union(willBe.Keys)
                .Select(pair => new ShareChange(pair.Supplier, pair.Need, was.GetValueOrDefault(pair), willBe.GetValueOrDefault(pair)))
                .Where(change => change.Before != change.After && (change.SupplierId, change.NeedId) != (_pin.SupplierId, _pin.NeedId))
                .OrderBy(change => change.SupplierId).ThenBy(change => change.NeedId),
        ];
    }

    private Dictionary<(Guid Supplier, Guid Need), int> Quarters(Assignment choice) => choice.Shares.ToDictionary(
        share => _worth.IdsOf(share.Pair), share => share.Quarters);

    private static Problem With(Problem problem, Pin pin) => new(
        problem.Today,
        problem.Scenario,
        problem.Areas.Values,
        problem.Suppliers,
        problem.Hromadas,
        problem.Needs,
        problem.Exclusions.Values,
        problem.Decisions with
        {
            Pins = [.. problem.Decisions.Pins.Where(other => (other.SupplierId, other.NeedId) != (pin.SupplierId, pin.NeedId)), pin],
        });
}
