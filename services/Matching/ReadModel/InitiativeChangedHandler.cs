using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Takes over who helps whom outside of this platform; what does not count any more is gone.</summary>
internal sealed class InitiativeChangedHandler(MatchingDb db) : IHandler<InitiativeChanged>
{
    public Task HandleAsync(InitiativeChanged message, MessageContext context, CancellationToken cancellationToken) =>
        db.HearAsync(message.InitiativeId.ToString(), message.Version, message.Help, cancellationToken);
}
