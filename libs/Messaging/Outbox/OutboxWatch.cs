using Kommunebro.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kommunebro.Messaging.Outbox;

/// <summary>Every half minute: looks at the tables for the gauges, and forgets old inbox rows.</summary>
internal sealed partial class OutboxWatch<TDb>(
    IServiceScopeFactory scopes,
    MessagingMetrics metrics,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<OutboxWatch<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    private const int CleanupBatch = 5_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
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

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var outbox = db.Set<OutboxMessage>();
        var now = clock.GetUtcNow();
        var oldest = await outbox.Where(m => m.ParkedAt == null).MinAsync(m => (DateTimeOffset?)m.OccurredAt, cancellationToken);
        metrics.Pending = await outbox.LongCountAsync(m => m.ParkedAt == null, cancellationToken);
        metrics.OldestSeconds = oldest is { } since ? (now - since).TotalSeconds : 0;
        metrics.Parked = await outbox.LongCountAsync(m => m.ParkedAt != null, cancellationToken);
        metrics.DeadLetters = await db.Set<DeadLetter>().LongCountAsync(cancellationToken);
        await ForgetAsync(db, now - options.Value.InboxRetention, cancellationToken);
    }

    private static async Task ForgetAsync(TDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int forgotten;
        do
        {
            // In batches, so that a handler never waits long for a lock.
            forgotten = await db.Set<InboxEntry>()
                .Where(entry => db.Set<InboxEntry>().Where(old => old.HandledAt < before)
                    .OrderBy(old => old.HandledAt).Take(CleanupBatch).Contains(entry))
                .ExecuteDeleteAsync(cancellationToken);
        }
        while (forgotten == CleanupBatch);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look at the outbox: {Reason}")]
        public static partial void CannotLook(ILogger logger, string reason);
    }
}
