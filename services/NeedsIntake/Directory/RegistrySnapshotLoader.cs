using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>
/// Fills the directory from registry's snapshot, once in the life of the database. Until that has worked it tries again;
/// the service serves meanwhile. What comes as an event in between wins by its version.
/// </summary>
internal sealed partial class RegistrySnapshotLoader(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<RegistrySnapshotLoader> logger) : BackgroundService
{
    // A stream has no deadline by default, and a silent one must not keep the directory empty.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await UntilItWorks.Pipeline((delay, reason) => Log.Later(logger, delay, reason))
            .ExecuteAsync(async token => await LoadOnceAsync(token), stoppingToken);

    private async Task LoadOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NeedsIntakeDb>();
        if (await db.DirectoryBootstraps.AnyAsync(cancellationToken))
            return;
        var registry = scope.ServiceProvider.GetRequiredService<Registry.RegistryClient>();
        var (areas, municipalities) = await ReadAsync(registry, cancellationToken);

        var knownAreas = await db.Areas.ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var area in areas)
            if (knownAreas.TryGetValue(area.Code, out var known))
                known.Update(area);
            else
                db.Add(new KnownArea(area));

        var knownMunicipalities = await db.Municipalities.ToDictionaryAsync(known => known.Id, cancellationToken);
        foreach (var municipality in municipalities)
            if (knownMunicipalities.TryGetValue(municipality.MunicipalityId, out var known))
                known.Update(municipality);
            else
                db.Add(new KnownMunicipality(municipality));

        db.Add(new DirectoryBootstrap { CompletedAt = clock.GetUtcNow() });
        // One transaction; when an event or another replica wrote meanwhile it fails as a whole and is tried again.
        await db.SaveChangesAsync(cancellationToken);
        Log.Loaded(logger, municipalities.Count, areas.Count);
    }

    private static async Task<(List<AreaChanged> Areas, List<MunicipalityChanged> Municipalities)> ReadAsync(
        Registry.RegistryClient registry, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestRead);
        var areas = new List<AreaChanged>();
        var municipalities = new List<MunicipalityChanged>();
        using var call = registry.StreamSnapshot(
            new StreamSnapshotRequest { WithoutOffers = true }, cancellationToken: limit.Token);
        await foreach (var item in call.ResponseStream.ReadAllAsync(limit.Token))
            if (item.ItemCase == SnapshotItem.ItemOneofCase.Area)
                areas.Add(item.Area.ToMessage());
            else if (item.ItemCase == SnapshotItem.ItemOneofCase.Municipality)
                municipalities.Add(item.Municipality.ToMessage());
        return (areas, municipalities);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read {Municipalities} municipalities and {Areas} areas from registry")]
        public static partial void Loaded(ILogger logger, int municipalities, int areas);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Registry's directory cannot be read; again in {Delay}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan delay, string? reason);
    }
}
