using Kommunebro.Contracts;
using Microsoft.AspNetCore.Authorization;
using Grpc.Core;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What other services ask for.</summary>
internal sealed class NeedsGrpc(NeedsIntakeDb db, TimeProvider clock) : Contracts.Needs.V1.Needs.NeedsBase
{
    /// <summary>All needs whose verification holds. One statement, so that all items are of the same moment.</summary>
    [Authorize(AccessPolicies.SnapshotRead)]
    public override async Task StreamVerified(
        StreamVerifiedRequest request, IServerStreamWriter<VerifiedNeed> responseStream, ServerCallContext context)
    {
        var now = clock.GetUtcNow();
        var verified = db.Needs.AsNoTracking()
            .Where(need => need.Status == NeedStatus.Verified && need.ExpiresAt > now)
            .OrderBy(need => need.Id)
            .AsAsyncEnumerable();
        await foreach (var need in verified.WithCancellation(context.CancellationToken))
            await responseStream.WriteAsync(need.ToVerified().ToSnapshot(), context.CancellationToken);
    }
}
