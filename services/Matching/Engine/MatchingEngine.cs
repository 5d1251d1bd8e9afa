namespace Kommunebro.Matching.Engine;

/// <summary>
/// Matches reported competence and capacity with verified needs: Problem → HardRules and Criteria → Candidates → Model → Search → Plan →
/// Explanation. Pure: the same problem, budget and seed give the same plan, whatever the machine, its load, the number of threads or the
/// order of the data.
/// </summary>
/// <param name="master">The solver behind the seam.</param>
public sealed class MatchingEngine(IMaster master)
{
    /// <summary>Makes the plan of <paramref name="problem"/>.</summary>
    /// <param name="problem">The data, the scenario and what is decided.</param>
    /// <param name="options">How to search; when it is stopped, the best plan so far is made.</param>
    /// <param name="progress">Told what is done and found; may be null.</param>
    /// <param name="cancellationToken">Ends the run without a plan.</param>
    /// <exception cref="InvalidProblemException">The budget is not positive, values are too large to be exact, or pins conflict.</exception>
    /// <exception cref="OverflowException">A single value exceeds 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public Plan Run(
        Problem problem,
        SearchOptions options,
        IProgress<SearchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        InvalidProblemException.Unless(
            options.Budget.Units > 0 && double.IsFinite(options.Budget.Units), "budget_positive", $"{options.Budget.Units} units of work.");
        var candidates = CandidateSet.Of(problem, cancellationToken);
        var model = new ProblemModel(candidates);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(options.Stop, cancellationToken);
        var outcome = new Optimizer(master).Run(
            model.Model,
            options with { Stop = stop.Token },
            isFair: true,
            found => progress?.Report(found));
        cancellationToken.ThrowIfCancellationRequested();
        return PlanBuilder.Build(model, outcome);
    }

    /// <summary>What it would cost if the plan had to have one share more, by searching afresh with it.</summary>
    /// <param name="problem">The problem of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="pin">The share.</param>
    /// <param name="options">How to search.</param>
    /// <exception cref="InvalidProblemException">pins_conflict: the share breaks a rule or a limit; pin_known, quarters_in_range.</exception>
    public PinCost WhatIf(Problem problem, IEnumerable<PlannedShare> plan, Pin pin, SearchOptions options)
    {
        var pinned = new PinnedProblem(CandidateSet.Of(problem), plan, pin);
        return pinned.Judge(new Optimizer(master).Run(pinned.Model, options, isFair: true));
    }
}
