using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

internal sealed class MunicipalityChangedHandler(MatchingDb db) : IHandler<MunicipalityChanged>
{
    public Task HandleAsync(MunicipalityChanged message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync(message.MunicipalityId.ToString(), message.Version, message, cancellationToken);
}
