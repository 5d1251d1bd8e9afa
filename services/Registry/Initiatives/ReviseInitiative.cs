using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Says all of an initiative anew.</summary>
internal sealed class ReviseInitiative(RegistryDb db, InitiativeChange change, TimeProvider clock)
{
    /// <summary>Revises the initiative with <paramref name="id"/>; the same again changes nothing.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="request">All of it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">initiative_not_found, a version, fields, sides_fixed, initiative_over, initiative_exists.</exception>
    public async Task RunAsync(Guid id, InitiativeRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var initiative = await change.FindAsync(id, cancellationToken);
        requireVersion(initiative.Version);
        // Whoever leaves it out does not open what is restricted.
        request = request with { Sensitivity = request.Sensitivity ?? EnumName.Of(initiative.Facts.Sensitivity) };
        var known = await InitiativeSides.KnownAsync(db, [request], cancellationToken);
        var (facts, before) = (InitiativeRules.Take(request, known, clock.KyivToday()), initiative.Facts);
        var sides = InitiativeSides.Of(request, known);
        if (sides.Hromada.Id != initiative.HromadaId || sides.Partner?.Id != initiative.PartnerId || sides.PartnerName != initiative.PartnerName || sides.PartnerCountry != initiative.PartnerCountry)
            throw new Refusal(RefusalKind.Invalid, "sides_fixed", "An initiative stays with its two sides; withdraw it and record another one.", "partner");
        if (initiative.Describe(facts, clock.Now()))
            await change.SaveAsync("initiative.revise", initiative, before, cancellationToken);
    }
}
