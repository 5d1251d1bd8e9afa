using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Data;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>Keeps the copy of registry's code list of areas; an older version changes nothing.</summary>
public sealed class AreaChangedHandler(NeedsIntakeDb db) : IHandler<AreaChanged>
{
    public async Task HandleAsync(AreaChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await db.Areas.FindAsync([message.Code], cancellationToken) is { } known)
            known.Update(message);
        else
            db.Add(new KnownArea(message));
    }
}
