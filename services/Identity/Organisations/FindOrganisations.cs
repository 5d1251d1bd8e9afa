using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Organisations;

/// <summary>Looks at organisations.</summary>
internal static class FindOrganisations
{
    /// <summary>
    /// GET /api/v1/organisations?active=…&amp;limit=…&amp;cursor=…: 200 with a page, oldest first. 400 out_of_range (limit)
    /// or invalid_cursor.
    /// </summary>
    public static async Task<Ok<Page<OrganisationView>>> ListAsync(
        bool? active, [AsParameters] PageRequest page, HttpContext http, IdentityDb db, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var organisations = db.Organisations.AsNoTracking();
        if (active is not null)
            organisations = organisations.Where(organisation => organisation.Active == active);
        if (IdCursor.Of(page) is { } last)
            organisations = organisations.Where(organisation => organisation.Id > last);
        var rows = await organisations.OrderBy(organisation => organisation.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows.ConvertAll(OrganisationView.Of), size, row => IdCursor.After(row.Id)).WithLink(http));
    }

    /// <summary>GET /api/v1/organisations/{id}: 200 with the organisation and its ETag. 404 organisation_not_found.</summary>
    public static async Task<Ok<OrganisationView>> GetAsync(
        Guid id, HttpContext http, IdentityDb db, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw ChangeOrganisation.NotFound();
        ETag.Set(http, organisation.Version);
        return TypedResults.Ok(OrganisationView.Of(organisation));
    }

    /// <summary>Every organisation, oldest first, closed ones too.</summary>
    public static IAsyncEnumerable<Organisation> All(IdentityDb db) =>
        db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Id).AsAsyncEnumerable();
}
