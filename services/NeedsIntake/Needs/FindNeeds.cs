using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Which needs are wanted; what is null does not matter.</summary>
/// <param name="Status">submitted, returned, verified, partly_met, met, rejected or withdrawn.</param>
/// <param name="Municipality">The hromada's KATOTTG code.</param>
/// <param name="Area">The area's code.</param>
/// <param name="Urgency">1 to 4.</param>
/// <param name="Oblast">The oblast's two KATOTTG digits.</param>
public readonly record struct NeedFilter(string? Status, string? Municipality, string? Area, int? Urgency, string? Oblast);

/// <summary>A list of needs, newest first.</summary>
internal static class FindNeeds
{
    /// <summary>
    /// GET /api/v1/needs?status=…&amp;municipality=…&amp;area=…&amp;urgency=…&amp;oblast=…&amp;limit=…&amp;cursor=…:
    /// 200 with a page. 400 with every filter that is wrong, out_of_range (limit) or invalid_cursor.
    /// </summary>
    public static async Task<Ok<Page<NeedView>>> HandleAsync(
        [AsParameters] NeedFilter filter,
        [AsParameters] PageRequest page,
        HttpContext http,
        NeedsIntakeDb db,
        CancellationToken cancellationToken)
    {
        Check(filter);
        var size = page.Size();
        // Ids are UUIDv7: they sort by time, and what is added meanwhile comes before the first page.
        var rows = await NeedsAfter(page.Cursor, NeedsOf(db, filter))
            .Join(HromadasOf(db, filter), need => need.MunicipalityId, known => known.Id, (need, known) => new { Need = need, Hromada = known })
            .OrderByDescending(row => row.Need.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        var views = rows.ConvertAll(row => NeedVisibility.Show(row.Need, row.Hromada));
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }

    private static void Check(NeedFilter filter)
    {
        var rules = new Rules();
        rules.Choice<NeedStatus>(filter.Status, "status");
        if (filter.Municipality is { } municipality)
            rules.IsHromada(municipality, "municipality");
        if (filter.Area is { } area)
            rules.IsArea(area, "area");
        rules.Check(filter.Urgency is null or (>= 1 and <= 4), "urgency", "out_of_range", "From 1 (low) to 4 (critical).");
        rules.Check(
            filter.Oblast is null or [>= '0' and <= '9', >= '0' and <= '9'], "oblast", "invalid_region", "An oblast's code has two digits.");
        rules.Enforce();
    }

    private static IQueryable<Need> NeedsOf(NeedsIntakeDb db, NeedFilter filter)
    {
        var needs = db.Needs.AsNoTracking();
        if (filter is not { Municipality: null, Area: null, Urgency: null, Oblast: null })
            needs = NeedVisibility.ThatMayBeSearched(needs);
        if (filter.Status is { } name)
        {
            var status = WireName.Parse<NeedStatus>(name);
            needs = needs.Where(need => need.Status == status);
        }

        if (filter.Area is { } area)
            needs = needs.Where(need => need.Statement.AreaCode == area);
        if (filter.Urgency is { } urgency)
            needs = needs.Where(need => need.Statement.Urgency == urgency);
        return needs;
    }

    private static IQueryable<KnownMunicipality> HromadasOf(NeedsIntakeDb db, NeedFilter filter)
    {
        var hromadas = db.Municipalities.AsNoTracking();
        if (filter.Municipality is { } code)
            hromadas = hromadas.Where(known => known.Code == code);
        if (filter.Oblast is { } oblast)
            hromadas = hromadas.Where(known => known.RegionCode == oblast);
        return hromadas;
    }

    private static IQueryable<Need> NeedsAfter(string? cursor, IQueryable<Need> needs)
    {
        if (cursor is null)
            return needs;
        if (!Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last))
            throw Cursor.Invalid();
        return needs.Where(need => need.Id < last);
    }
}
