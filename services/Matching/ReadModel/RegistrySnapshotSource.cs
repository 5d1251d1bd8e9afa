using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Matching.Data;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Areas, municipalities, offers and initiatives as registry has them.</summary>
internal sealed class RegistrySnapshotSource(Registry.RegistryClient registry, MatchingDb db) : ISnapshotSource
{
    public string Owner => "registry";

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var call = registry.StreamSnapshot(new StreamSnapshotRequest(), cancellationToken: cancellationToken);
        await foreach (var item in call.ResponseStream.ReadAllAsync(cancellationToken))
            await HearAsync(item, cancellationToken);
    }

    private Task HearAsync(SnapshotItem item, CancellationToken cancellationToken) => item.ItemCase switch
    {
        SnapshotItem.ItemOneofCase.Area =>
            db.HearAsync(item.Area.Code, item.Area.Version, item.Area.ToMessage(), cancellationToken),
        SnapshotItem.ItemOneofCase.Municipality =>
            db.HearAsync(item.Municipality.MunicipalityId, item.Municipality.Version, item.Municipality.ToMessage(), cancellationToken),
        SnapshotItem.ItemOneofCase.Offer =>
            db.HearAsync(item.Offer.OfferId, item.Offer.Version, item.Offer.ToMessage(), cancellationToken),
        SnapshotItem.ItemOneofCase.Help =>
            db.HearAsync(item.Help.InitiativeId, item.Help.Version, item.Help.ToMessage().Help, cancellationToken),
        // A newer registry may send what this version does not know.
        _ => Task.CompletedTask,
    };
}
