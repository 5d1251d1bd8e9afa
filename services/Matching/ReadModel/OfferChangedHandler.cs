using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class OfferChangedHandler(MatchingDb db) : IHandler<OfferChanged>
{
    public Task HandleAsync(OfferChanged message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync(message.OfferId.ToString(), message.Version, message, cancellationToken);
}
