using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class OfferChangedHandler(MatchingDb db) : IHandler<OfferChanged>
{
    public async Task HandleAsync(OfferChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        var id = message.OfferId.ToString();
        var known = (await db.Set<Known<OfferChanged>>().FindAsync([id], cancellationToken))?.State;
        // A sender from before these lists does not say them; whom a supplier refused must not be proposed by that.
        message = message with { Wishes = message.Wishes ?? known?.Wishes, Vetoes = message.Vetoes ?? known?.Vetoes, Learns = message.Learns ?? known?.Learns };
        await db.HearAsync(id, message.Version, message, cancellationToken);
    }
}
