using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Territory;

/// <summary>Periods of the list begin and end by the calendar: looks each quarter of an hour whether a hromada has another status than the list says of today.</summary>
public sealed partial class TerritoryDay(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TerritoryDay> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Who = "service:registry";
        var (db, apply) = (scope.ServiceProvider.GetRequiredService<RegistryDb>(), scope.ServiceProvider.GetRequiredService<ApplyTerritory>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await apply.LockAsync(cancellationToken);
        if (await apply.CurrentAsync(cancellationToken) is not { } edition)
            return;
        var changes = await apply.RunAsync(new TerritoryMap(edition.Periods, await KnownSettlements.ReadAsync(db, cancellationToken)), clock.KyivToday(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (changes.Count > 0)
            Log.Changed(logger, changes.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.Trouble(logger, trouble);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} hromadas have another territory status since today")]
        public static partial void Changed(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Territory statuses could not be brought to today")]
        public static partial void Trouble(ILogger logger, Exception trouble);
    }
}
