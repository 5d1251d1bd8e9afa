using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Remembers that the need is gone, also when its verification arrives later.</summary>
internal sealed class NeedWithdrawnHandler(MatchingDb db) : IHandler<NeedWithdrawn>
{
    public Task HandleAsync(NeedWithdrawn message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync<NeedVerified>(message.NeedId.ToString(), message.Version, null, cancellationToken);
}
