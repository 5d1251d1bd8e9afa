using Grpc.Core;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Matching.Data;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Verified needs as needs-intake has them.</summary>
internal sealed class NeedsSnapshotSource(Needs.NeedsClient needs, MatchingDb db) : ISnapshotSource
{
    public string Owner => "needs";

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var call = needs.StreamVerified(new StreamVerifiedRequest(), cancellationToken: cancellationToken);
        await foreach (var need in call.ResponseStream.ReadAllAsync(cancellationToken))
            await db.HearAsync(need.NeedId, need.Version, need.ToMessage(), cancellationToken);
    }
}
