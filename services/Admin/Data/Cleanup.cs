using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Data;

/// <summary>Deletes sessions and drafts that have ended.</summary>
internal sealed partial class Cleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Cleanup> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DeleteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The next round does what this one did not.
                Log.Failed(logger, error.GetBaseException().Message);
            }
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdminDb>();
        var now = clock.GetUtcNow();
        await db.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.Drafts.Where(draft => draft.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Ended sessions could not be deleted: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
