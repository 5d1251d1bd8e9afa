using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>What all changes of initiatives have in common: which one, whether the caller may, what goes with it.</summary>
internal sealed class InitiativeChange(RegistryDb db, Caller caller)
{
    /// <summary>The initiative with <paramref name="id"/>, to be changed: coordinators change all, an organisation what it recorded itself.</summary>
    /// <exception cref="Refusal">initiative_not_found, also for what another organisation, staff or an import recorded.</exception>
    public async Task<Initiative> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Initiatives.SingleOrDefaultAsync(initiative => initiative.Id == id, cancellationToken) is { } found
            && (caller.Kind == CallerKind.Staff || (caller.OrganisationId is { } organisation && found.RecordedBy == organisation))
            ? found
            : throw NotFound();

    /// <summary>Stores it with its event and its audit.</summary>
    /// <exception cref="Refusal">Conflict initiative_exists, of the same recorder.</exception>
    public async Task SaveAsync(string action, Initiative initiative, InitiativeFacts? before, CancellationToken cancellationToken)
    {
        db.Tell(initiative, action, before);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(InitiativeMapping.OneAtATime))
        {
            throw new Refusal(
                RefusalKind.Conflict, "initiative_exists",
                "You have recorded that these two work together under this programme and reference; change that record.", "partner");
        }
    }

    /// <summary>There is none for the caller.</summary>
    public static Refusal NotFound() => Refusal.NotFound("initiative_not_found", "No initiative has this id.");
}

/// <summary>What goes with every change of an initiative: its event and its audit.</summary>
internal static class InitiativeNews
{
    /// <summary>Tells of a change; <paramref name="before"/> is null for a new one.</summary>
    public static void Tell(this RegistryDb db, Initiative initiative, string action, InitiativeFacts? before)
    {
        db.Enqueue(initiative.ToMessage());
        db.Audit(
            action, "initiative", $"{initiative.Id}", before,
            new { initiative.HromadaId, initiative.PartnerId, initiative.PartnerName, initiative.PartnerCountry, initiative.Origin, initiative.RecordedBy, initiative.Version, initiative.Facts });
    }
}
