using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kommunebro.ServiceDefaults;

/// <summary>Every hour: forgets the answers that are older than 7 days.</summary>
internal sealed partial class IdempotencyCleanup<TDb>(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencyCleanup<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    private const int Batch = 1_000;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await ForgetAsync(clock.GetUtcNow() - Retention, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotForget(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answers = scope.ServiceProvider.GetRequiredService<TDb>().Set<StoredAnswer>();
        int forgotten;
        do
        {
            // In batches, so that none is a long transaction.
            forgotten = await answers
                .Where(answer => answers.Where(old => old.StoredAt < before).OrderBy(old => old.StoredAt).Take(Batch).Contains(answer))
                .ExecuteDeleteAsync(cancellationToken);
        }
        while (forgotten == Batch);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot forget old idempotency keys: {Reason}")]
        public static partial void CannotForget(ILogger logger, string reason);
    }
}
