namespace Kommunebro.Matching.Engine;

/// <summary>
/// Matches reported competence and capacity with verified needs: Problem → Eligibility → Scoring → Candidates → Master →
/// Plan → Explanation. Pure: the same problem and budget give the same plan, whatever the machine or the order of the data.
/// </summary>
/// <param name="master">The solver behind the seam.</param>
public sealed class MatchingEngine(IMaster master)
{
    /// <summary>Makes the plan of <paramref name="problem"/>.</summary>
    /// <param name="problem">The data and the scenario.</param>
    /// <param name="budget">How much work may be done; when it is spent, the best plan so far is returned with its bound.</param>
    /// <param name="progress">Told what is done and found; may be null.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InvalidProblemException">The budget is not positive, or values are too large to be exact.</exception>
    /// <exception cref="OverflowException">A single value exceeds 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public Plan Run(
        Problem problem,
        WorkBudget budget,
        IProgress<EngineProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var candidates = CandidateSet.Of(problem, cancellationToken);
        progress?.Report(new EngineProgress(EngineStep.Candidates, candidates.Pairs.Count, Stage: null));
        var model = MasterModel.Of(candidates);
        var solution = master.Solve(model, budget, ByStage(candidates, progress), cancellationToken);
        var plan = PlanBuilder.Build(candidates, solution);
        progress?.Report(new EngineProgress(EngineStep.Plan, candidates.Pairs.Count, solution.Stages[^1]));
        return plan;
    }

    private static StageProgress? ByStage(CandidateSet candidates, IProgress<EngineProgress>? progress) =>
        progress is null ? null : new StageProgress(candidates.Pairs.Count, progress);

    private sealed class StageProgress(int pairs, IProgress<EngineProgress> progress) : IProgress<StageResult>
    {
        public void Report(StageResult value) => progress.Report(new EngineProgress(EngineStep.Master, pairs, value));
    }
}
