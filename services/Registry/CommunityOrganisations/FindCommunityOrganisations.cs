using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>What to look for; null means any.</summary>
/// <param name="Area">Code of an area in which it can help.</param>
/// <param name="Kind">voluntary, business, school or inter_municipal_company.</param>
public sealed record CommunityOrganisationFilter(string? Area, string? Kind);

/// <summary>
/// The community organisations of a municipality, oldest first. For other partners there are none in or near the war: who works there, and with
/// what, is worth much to an attacker.
/// </summary>
internal sealed class FindCommunityOrganisations(RegistryDb db, GetMunicipality municipalities, WarSight sight)
{
    /// <summary>Those of the municipality with <paramref name="code"/> that fit <paramref name="filter"/>.</summary>
    /// <exception cref="Refusal">cyrillic_letters, municipality_not_found, invalid_cursor, or a field of the filter.</exception>
    public async Task<Page<CommunityOrganisationView>> RunAsync(
        string code, CommunityOrganisationFilter filter, PageRequest page, string language, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var matching = await MatchingAsync(filter, cancellationToken);
        var last = IdCursor.Of(page) ?? Guid.Empty;
        var municipality = await municipalities.RunAsync(code, cancellationToken);
        if (!await sight.SeesAllOfAsync(municipality, cancellationToken))
            return new Page<CommunityOrganisationView>([], null);
        var found = await matching.Where(one => one.MunicipalityId == municipality.Id && one.Id > last).OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        return Page.Of(found.ConvertAll(one => CommunityOrganisationView.Of(one, code, language)), size, view => IdCursor.After(view.Id));
    }

    /// <summary>All of a municipality, for readers who may see those of every one.</summary>
    public async Task<IReadOnlyList<CommunityOrganisation>> OfAsync(Guid municipalityId, CancellationToken cancellationToken) =>
        await db.CommunityOrganisations.AsNoTracking().Where(one => one.MunicipalityId == municipalityId).OrderBy(one => one.Id).ToListAsync(cancellationToken);

    /// <summary>One of those that there are for the reader.</summary>
    /// <exception cref="Refusal">community_organisation_not_found.</exception>
    public async Task<CommunityOrganisationView> OneAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var found = await (
            from organisation in db.CommunityOrganisations.AsNoTracking()
            join municipality in db.Municipalities on organisation.MunicipalityId equals municipality.Id
            where organisation.Id == id
            select new { organisation, municipality }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && await sight.SeesAllOfAsync(found.municipality, cancellationToken)
            ? CommunityOrganisationView.Of(found.organisation, found.municipality.Code, language)
            : throw CommunityOrganisationChange.NotFound();
    }

    private async Task<IQueryable<CommunityOrganisation>> MatchingAsync(CommunityOrganisationFilter filter, CancellationToken cancellationToken)
    {
        var rules = await new Rules().KnownAreaAsync(db, filter.Area, "area", cancellationToken);
        var kind = rules.Choice<CommunityOrganisationKind>(filter.Kind, "kind");
        rules.Enforce();
        var found = db.CommunityOrganisations.AsNoTracking();
        if (filter.Area is not null)
            found = found.Where(one => one.Areas.Contains(filter.Area));
        return kind is null ? found : found.Where(one => one.Facts.Kind == kind);
    }
}
