using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>
/// Reads from matching which partnerships there are, since those that began before registry listened, or after the backup that it was
/// restored from, come in no event. It does so at each start, which costs little and changes nothing where all is known. Until it has
/// worked it tries again; the service serves meanwhile.
/// </summary>
internal sealed partial class PartnershipSnapshotLoader(IServiceScopeFactory scopes, ILogger<PartnershipSnapshotLoader> logger) : BackgroundService
{
    // A stream has no deadline by default, and a silent one must not keep the read model empty.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await UntilItWorks.Pipeline((delay, reason) => Log.Later(logger, delay, reason))
            .ExecuteAsync(async token => await LoadAsync(token), stoppingToken);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var told = await ReadAsync(scope.ServiceProvider.GetRequiredService<Matching.MatchingClient>(), cancellationToken);
        var known = await db.KnownPartnerships.ToDictionaryAsync(partnership => partnership.Id, cancellationToken);
        foreach (var item in told)
        {
            var id = Guid.Parse(item.PartnershipId);
            if (!known.TryGetValue(id, out var partnership))
                db.Add(partnership = new KnownPartnership(id, Guid.Parse(item.HromadaId), Guid.Parse(item.SupplierId)));
            partnership.Hear(item.Version, item.Exists);
        }

        // One transaction; when an event or another replica wrote meanwhile it fails as a whole and is tried again.
        var changed = await db.SaveChangesAsync(cancellationToken);
        Log.Loaded(logger, told.Count, changed);
    }

    private static async Task<List<PartnershipItem>> ReadAsync(Matching.MatchingClient matching, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestRead);
        var partnerships = new List<PartnershipItem>();
        using var call = matching.StreamPartnerships(new StreamPartnershipsRequest(), cancellationToken: limit.Token);
        await foreach (var item in call.ResponseStream.ReadAllAsync(limit.Token))
            partnerships.Add(item);
        return partnerships;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Read {Partnerships} partnerships from matching, {Changed} of them new or changed")]
        public static partial void Loaded(ILogger logger, int partnerships, int changed);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Matching's partnerships cannot be read; again in {Delay}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan delay, string? reason);
    }
}
