using Grpc.Core;
using Kommunebro.Matching.Data;
using Microsoft.EntityFrameworkCore;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Tells a read model which partnerships there are or were, those that ended, too: it may have missed their end.</summary>
internal sealed class StreamPartnerships(MatchingDb db)
{
    /// <summary>Streams them by one statement, so that all are of the same moment and nothing is held in memory as a whole.</summary>
    public async Task RunAsync(IServerStreamWriter<V1.PartnershipItem> responseStream, CancellationToken cancellationToken)
    {
        var all = db.Set<Partnership>().AsNoTracking().OrderBy(partnership => partnership.Id).AsAsyncEnumerable();
        await foreach (var partnership in all.WithCancellation(cancellationToken))
            await responseStream.WriteAsync(Item(partnership), cancellationToken);
    }

    private static V1.PartnershipItem Item(Partnership partnership) => new()
    {
        PartnershipId = $"{partnership.Id}",
        Version = partnership.Version,
        Exists = partnership.Exists,
        HromadaId = $"{partnership.HromadaId}",
        SupplierId = $"{partnership.SupplierId}",
    };
}
