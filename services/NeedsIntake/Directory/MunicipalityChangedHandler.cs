using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Calls;
using Kommunebro.NeedsIntake.Data;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>Keeps the copy of registry's municipalities, and watches their territory status; an older version changes nothing.</summary>
internal sealed class MunicipalityChangedHandler(NeedsIntakeDb db, TerritoryWatch watch) : IHandler<MunicipalityChanged>
{
    public async Task HandleAsync(MunicipalityChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await db.Municipalities.FindAsync([message.MunicipalityId], cancellationToken) is { } known)
        {
            var (status, coverage) = (known.TerritoryStatus, known.TerritoryCoverage);
            known.Update(message);
            await watch.LookAsync(known, status, coverage, cancellationToken);
        }
        else
            db.Add(new KnownMunicipality(message));
    }
}
