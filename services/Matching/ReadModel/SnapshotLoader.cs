using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Reads each owner's snapshot once in the life of the database, and tries until it worked; the service serves meanwhile.</summary>
internal sealed partial class SnapshotLoader(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<SnapshotLoader> logger) : BackgroundService
{
    /// <summary>How many owners there are.</summary>
    public const int Owners = 2;

    // A stream has no deadline, and a silent one must not keep the read model empty.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var untilItWorks = UntilItWorks.Pipeline((delay, reason) => Log.Later(logger, delay, reason));
        return Task.WhenAll(
            untilItWorks.ExecuteAsync(async token => await LoadOnceAsync<RegistrySnapshotSource>(token), stoppingToken).AsTask(),
            untilItWorks.ExecuteAsync(async token => await LoadOnceAsync<NeedsSnapshotSource>(token), stoppingToken).AsTask());
    }

    private async Task LoadOnceAsync<TSource>(CancellationToken cancellationToken)
        where TSource : class, ISnapshotSource
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var source = scope.ServiceProvider.GetRequiredService<TSource>();
        if (await db.Bootstraps.AnyAsync(bootstrap => bootstrap.Owner == source.Owner, cancellationToken))
            return;
        using var limit = new CancellationTokenSource(LongestRead, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await source.ReadAsync(either.Token);
        db.Add(new Bootstrap { Owner = source.Owner, At = clock.GetUtcNow() });
        // One transaction: when an event or another replica wrote meanwhile, it fails as a whole and is tried again.
        await db.SaveChangesAsync(cancellationToken);
        Log.Loaded(logger, source.Owner);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read the snapshot of {Owner}")]
        public static partial void Loaded(ILogger logger, string owner);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A snapshot cannot be read; again in {Delay}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan delay, string? reason);
    }
}
