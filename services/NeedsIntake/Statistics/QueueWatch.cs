using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Statistics;

/// <summary>Every minute: looks at AUC's queue for the gauges.</summary>
internal sealed partial class QueueWatch(
    IServiceScopeFactory scopes, QueueMetrics metrics, TimeProvider clock, ILogger<QueueWatch> logger) : BackgroundService
{
    private const int CriticalUrgency = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotLook(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var needs = scope.ServiceProvider.GetRequiredService<NeedsIntakeDb>().Needs
            .Where(need => need.Status == NeedStatus.Submitted || need.Status == NeedStatus.UnderReview);
        metrics.Waiting = await needs.LongCountAsync(cancellationToken);
        metrics.Critical = await needs.LongCountAsync(need => need.Statement.Urgency == CriticalUrgency, cancellationToken);
        var oldest = await needs.MinAsync(need => (DateTimeOffset?)need.StatusSince, cancellationToken);
        metrics.OldestSeconds = oldest is { } since ? (clock.GetUtcNow() - since).TotalSeconds : 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look at the queue: {Reason}")]
        public static partial void CannotLook(ILogger logger, string reason);
    }
}
