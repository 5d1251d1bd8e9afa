using Kommunebro.Contracts;
using Microsoft.AspNetCore.Authorization;
using System.Data;
using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;
using RegistryService = Kommunebro.Contracts.Registry.V1.Registry;

namespace Kommunebro.Registry.Snapshot;

/// <summary>gRPC: the whole register for a read model to start from.</summary>
internal sealed class RegistryGrpc(RegistryDb db) : RegistryService.RegistryBase
{
    /// <summary>
    /// Streams row by row from one database snapshot, so that an offer never comes without its municipality and nothing
    /// is held in memory as a whole. Withdrawn offers are among them: a reader may have missed the withdrawal.
    /// </summary>
    [Authorize(AccessPolicies.SnapshotRead)]
    public override async Task StreamSnapshot(
        StreamSnapshotRequest request, IServerStreamWriter<SnapshotItem> responseStream, ServerCallContext context)
    {
        var token = context.CancellationToken;
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await foreach (var area in db.Areas.AsNoTracking().OrderBy(a => a.Code).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Area = area.ToMessage().ToSnapshot() }, token);
        await foreach (var municipality in db.Municipalities.AsNoTracking().OrderBy(m => m.Id).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Municipality = municipality.ToMessage().ToSnapshot() }, token);
        if (request.WithoutOffers)
            return;
        await foreach (var offer in db.Offers.AsNoTracking().OrderBy(o => o.Id).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Offer = offer.ToMessage().ToSnapshot() }, token);
    }
}
