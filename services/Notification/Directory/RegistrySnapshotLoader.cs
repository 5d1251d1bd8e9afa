using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Directory;

/// <summary>
/// Reads the municipalities from registry, once in the life of the database, since those that were registered before
/// notification listened come in no event. Until that has worked it tries again; the service serves meanwhile.
/// </summary>
internal sealed partial class RegistrySnapshotLoader(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<RegistrySnapshotLoader> logger) : BackgroundService
{
    // A stream has no deadline by default, and a silent one must not keep the directory empty.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await UntilItWorks.Pipeline((delay, reason) => Log.Later(logger, delay, reason))
            .ExecuteAsync(async token => await LoadOnceAsync(token), stoppingToken);

    private async Task LoadOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDb>();
        if (await db.DirectoryBootstraps.AnyAsync(cancellationToken))
            return;
        var municipalities = await ReadAsync(scope.ServiceProvider.GetRequiredService<Registry.RegistryClient>(), cancellationToken);
        var known = await db.Municipalities.ToDictionaryAsync(municipality => municipality.Id, cancellationToken);
        foreach (var municipality in municipalities)
            if (known.TryGetValue(municipality.MunicipalityId, out var here))
                here.Update(municipality);
            else
                db.Add(new KnownMunicipality(municipality));

        db.Add(new DirectoryBootstrap { CompletedAt = clock.GetUtcNow() });
        // One transaction; when an event or another replica wrote meanwhile it fails as a whole and is tried again.
        await db.SaveChangesAsync(cancellationToken);
        Log.Loaded(logger, municipalities.Count);
    }

    private static async Task<List<MunicipalityChanged>> ReadAsync(Registry.RegistryClient registry, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestRead);
        var municipalities = new List<MunicipalityChanged>();
        using var call = registry.StreamMunicipalities(new StreamMunicipalitiesRequest(), cancellationToken: limit.Token);
        await foreach (var municipality in call.ResponseStream.ReadAllAsync(limit.Token))
            municipalities.Add(municipality.ToMessage());
        return municipalities;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read {Municipalities} municipalities from registry")]
        public static partial void Loaded(ILogger logger, int municipalities);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Registry's municipalities cannot be read; again in {Delay}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan delay, string? reason);
    }
}
