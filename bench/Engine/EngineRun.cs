using System.Diagnostics;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine;

/// <summary>How long to search: in units of work, in seconds, or until the first of both is spent.</summary>
internal sealed record Spending(double? Units, double? Seconds)
{
    /// <summary>As the arguments say.</summary>
    public static Spending Of(Arguments arguments, Spending byDefault) =>
        arguments.Has("--work") || arguments.Has("--seconds")
            ? new Spending(arguments.Positive("--work", WorkBudget.Most), arguments.Positive("--seconds", WorkBudget.Most))
            : byDefault;

    /// <inheritdoc/>
    public override string ToString() => (Units, Seconds) switch
    {
        ({ } units, { } seconds) => $"{units} units of work or {seconds} s",
        ({ } units, _) => $"{units} units of work",
        _ => $"{Seconds} s",
    };
}

/// <summary>Runs the engine with a clock beside it.</summary>
internal static class EngineRun
{
    /// <summary>Searches, telling progress with the seconds since the beginning.</summary>
    public static (Outcome Outcome, double Seconds) Run(
        Model model, Spending spending, int threads, bool isFair, Action<double, SearchProgress> progress)
    {
        var watch = Stopwatch.StartNew();
        using var end = new CancellationTokenSource();
        if (spending is { Units: not null, Seconds: { } most }) end.CancelAfter(TimeSpan.FromSeconds(most));
        var budget = spending.Units is { } units
            ? new WorkBudget(units)
            : WorkBudget.OfSeconds(spending.Seconds!.Value, () => watch.Elapsed.TotalSeconds);
        var options = new SearchOptions(budget, Threads: threads, Stop: end.Token);
        var outcome = new Optimizer(new CpSatMaster()).Run(model, options, isFair, found => progress(watch.Elapsed.TotalSeconds, found));
        return (outcome, watch.Elapsed.TotalSeconds);
    }
}
