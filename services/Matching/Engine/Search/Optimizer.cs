namespace Kommunebro.Matching.Engine;

/// <summary>Searches the best plan of a model: exactly where it is small, else by prices, portfolios and pieces, with a proven bound.</summary>
/// <param name="master">The outside solver.</param>
public sealed class Optimizer(IMaster master)
{
    /// <summary>Searches.</summary>
    /// <param name="model">What can be chosen.</param>
    /// <param name="options">How to search.</param>
    /// <param name="isFair">Whether the fairness stages come before value.</param>
    /// <param name="progress">Told when something better is known; called by one thread.</param>
    public Outcome Run(Model model, SearchOptions options, bool isFair, Action<SearchProgress>? progress = null) =>
        new Optimization(model, master, options, isFair, progress ?? (_ => { })).Run();
}

/// <summary>What a search found.</summary>
/// <param name="Shares">The plan.</param>
/// <param name="Stages">How far each goal is reached.</param>
/// <param name="Certificate">What proves the bound of the value.</param>
/// <param name="FreeValue">The value of the best plan that was found without regard to fairness.</param>
/// <param name="FreeBound">No plan is worth more, fair or not.</param>
/// <param name="Work">Units of work spent.</param>
public sealed record Outcome(
    IReadOnlyList<Share> Shares, IReadOnlyList<StageResult> Stages, Certificate Certificate, long FreeValue, long FreeBound, double Work);
