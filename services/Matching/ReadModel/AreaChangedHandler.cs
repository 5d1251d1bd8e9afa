using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class AreaChangedHandler(MatchingDb db) : IHandler<AreaChanged>
{
    public Task HandleAsync(AreaChanged message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync(message.Code, message.Version, message, cancellationToken);
}
