namespace Kommunebro.Matching.Engine;

/// <summary>The seam to an outside solver.</summary>
public interface IMaster
{
    /// <summary>Chooses pairs within all limits, goal after goal. The same model and budget give the same choice on every machine.</summary>
    /// <param name="model">What can be chosen.</param>
    /// <param name="budget">Work over all goals; when it is spent, the best so far is returned with its bound.</param>
    /// <param name="progress">Told after each goal; may be null.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    MasterSolution Solve(
        MasterModel model, WorkBudget budget, IProgress<StageResult>? progress, CancellationToken cancellationToken);
}
