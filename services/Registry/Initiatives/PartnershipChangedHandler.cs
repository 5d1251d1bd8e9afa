using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Registry.Data;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Keeps which partnerships of this platform exist; an older version changes nothing.</summary>
public sealed class PartnershipChangedHandler(RegistryDb db) : IHandler<PartnershipChanged>
{
    /// <inheritdoc />
    public async Task HandleAsync(PartnershipChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await db.KnownPartnerships.FindAsync([message.PartnershipId], cancellationToken) is { } known)
            known.Update(message);
        else
            db.Add(new KnownPartnership(message));
    }
}
