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
        var known = await db.KnownPartnerships.FindAsync([message.PartnershipId], cancellationToken);
        if (known is null)
            db.Add(known = new KnownPartnership(message.PartnershipId, message.HromadaId, message.SupplierId));
        known.Hear(message.Version, message.Exists);
    }
}
