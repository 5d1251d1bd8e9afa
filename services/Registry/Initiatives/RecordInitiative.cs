using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Takes down that somebody helps a hromada.</summary>
internal sealed class RecordInitiative(RegistryDb db, InitiativeChange change, Caller caller, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="Refusal">Fields, or initiative_exists.</exception>
    public async Task<Guid> RunAsync(InitiativeRequest request, CancellationToken cancellationToken)
    {
        var known = await InitiativeSides.KnownAsync(db, [request], cancellationToken);
        var facts = InitiativeRules.Take(request, known, clock.KyivToday());
        var origin = caller.Kind == CallerKind.Staff ? InitiativeOrigin.Staff : InitiativeOrigin.Partner;
        var initiative = new Initiative(InitiativeSides.Of(request, known), facts, origin, caller.OrganisationId, clock.Now());
        db.Add(initiative);
        await change.SaveAsync("initiative.record", initiative, null, cancellationToken);
        return initiative.Id;
    }
}
