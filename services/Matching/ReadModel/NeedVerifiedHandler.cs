using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class NeedVerifiedHandler(MatchingDb db) : IHandler<NeedVerified>
{
    public Task HandleAsync(NeedVerified message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync(message.NeedId.ToString(), message.Version, message, cancellationToken);
}
