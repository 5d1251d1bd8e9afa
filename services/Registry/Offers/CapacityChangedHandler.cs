using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Registry.Data;

namespace Kommunebro.Registry.Offers;

/// <summary>Keeps the copy of matching's ledger; an older version changes nothing.</summary>
public sealed class CapacityChangedHandler(RegistryDb db) : IHandler<CapacityChanged>
{
    /// <inheritdoc />
    public async Task HandleAsync(CapacityChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await db.CommittedCapacities.FindAsync([message.SupplierId], cancellationToken) is { } known)
            known.Update(message);
        else
            db.Add(new CommittedCapacity(message));
    }
}
