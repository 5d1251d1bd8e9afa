using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>What all changes of community organisations have in common: which one, whether the caller may, the rules, the audit.</summary>
internal sealed class CommunityOrganisationChange(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller)
{
    /// <summary>The community organisation with <paramref name="id"/>, to be changed, and its municipality.</summary>
    /// <exception cref="Refusal">community_organisation_not_found, also for one of a municipality for which the caller does not act; own_side_only.</exception>
    public async Task<(CommunityOrganisation Organisation, Municipality Municipality)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from organisation in db.CommunityOrganisations
            join municipality in db.Municipalities on organisation.MunicipalityId equals municipality.Id
            where organisation.Id == id
            select new { organisation, municipality }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !await acting.IncludesAsync(found.municipality.Code, cancellationToken))
            throw NotFound();
        caller.RequireSide(found.municipality.Country);
        return (found.organisation, found.municipality);
    }

    /// <summary>What a request says, when it keeps the rules.</summary>
    /// <exception cref="Refusal">Every field that breaks a rule.</exception>
    public async Task<CommunityOrganisationFacts> TakeAsync(CommunityOrganisationRequest request, Country country, CancellationToken cancellationToken) =>
        CommunityOrganisationRules.Take(
            request, country, await db.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken));

    /// <summary>How audit tells of one.</summary>
    public static object Audited(CommunityOrganisation organisation) =>
        new { organisation.MunicipalityId, organisation.Version, organisation.Facts, organisation.Areas, organisation.Modes };

    /// <summary>Stores it with its audit; <paramref name="before"/> is null for a new one, <paramref name="after"/> for one that is gone.</summary>
    /// <exception cref="Refusal">Conflict community_organisation_exists.</exception>
    public async Task SaveAsync(string action, Guid id, object? before, object? after, CancellationToken cancellationToken)
    {
        db.Audit(action, "community_organisation", $"{id}", before, after);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(CommunityOrganisationMapping.UniqueName))
        {
            throw new Refusal(
                RefusalKind.Conflict, "community_organisation_exists", "The municipality has a community organisation of this name; change that one.", "name");
        }
    }

    /// <summary>There is none for the caller.</summary>
    public static Refusal NotFound() => Refusal.NotFound("community_organisation_not_found", "No community organisation has this id.");
}
