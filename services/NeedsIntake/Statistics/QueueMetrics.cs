using System.Diagnostics.Metrics;

namespace Kommunebro.NeedsIntake.Statistics;

/// <summary>What operations watch of AUC's queue; the gauges are as old as the last look (<see cref="QueueWatch"/>).</summary>
public sealed class QueueMetrics
{
    private readonly Histogram<double> _timeToVerify;

    public QueueMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Kommunebro.NeedsIntake");
        _timeToVerify = meter.CreateHistogram<double>("needs.time_to_verify", "h", "From when a need came to AUC, newly stated, answered or reopened, to its verification");
        meter.CreateObservableGauge("needs.queue.waiting", () => Waiting, "{need}", "Needs that wait for AUC");
        meter.CreateObservableGauge("needs.queue.critical", () => Critical, "{need}", "Critical needs that wait for AUC");
        meter.CreateObservableGauge("needs.queue.oldest", () => OldestSeconds, "s", "Age of the need that has waited longest for AUC");
    }

    internal long Waiting { get; set; }

    internal long Critical { get; set; }

    internal double OldestSeconds { get; set; }

    /// <summary>Notes how long a need waited for AUC until it was verified.</summary>
    public void Verified(TimeSpan waited) => _timeToVerify.Record(waited.TotalHours);
}
