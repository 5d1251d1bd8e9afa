using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Which needs are wanted; what is null does not matter.</summary>
/// <param name="Status">submitted, under_review, returned, verified, partly_met, met, closed, rejected, withdrawn, duplicate, expired or suspended.</param>
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
        NeedVisibility visibility,
        CancellationToken cancellationToken)
    {
        Check(filter);
        var size = page.Size();
        // Ids are UUIDv7: they sort by time, and what is added meanwhile comes before the first page.
        var found = await MatchingAsync(filter, NeedRow.Of(db, NeedsAfter(page.Cursor, db.Needs.AsNoTracking())), visibility, cancellationToken);
        var rows = await found.OrderByDescending(row => row.Need.Id).Take(size + 1).ToListAsync(cancellationToken);
        var views = new List<NeedView>();
        foreach (var row in rows)
            views.Add(await visibility.ShowAsync(row.Need, row.Hromada, cancellationToken));
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }

    /// <summary>Those of <paramref name="rows"/> that the filter wants, and that the reader may find by it.</summary>
    public static async Task<IQueryable<NeedRow>> MatchingAsync(
        NeedFilter filter, IQueryable<NeedRow> rows, NeedVisibility visibility, CancellationToken cancellationToken) =>
        Matching(filter, await ThatTheFilterMayFindAsync(filter, rows, visibility, cancellationToken));

    /// <summary>Passes when every filter can be meant.</summary>
    /// <exception cref="Refusal">Every filter that is wrong.</exception>
    public static void Check(NeedFilter filter)
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

    private static async Task<IQueryable<NeedRow>> ThatTheFilterMayFindAsync(
        NeedFilter filter, IQueryable<NeedRow> rows, NeedVisibility visibility, CancellationToken cancellationToken) => filter switch
        {
            { Municipality: not null } => await visibility.SeenInFullAsync(rows, cancellationToken),
            { Area: null, Urgency: null, Oblast: null } => await visibility.ThatAreToldAsync(rows, cancellationToken),
            _ => await visibility.ThatMayBeSearchedAsync(rows, cancellationToken),
        };

    private static IQueryable<NeedRow> Matching(NeedFilter filter, IQueryable<NeedRow> rows)
    {
        if (filter.Status is { } name)
        {
            var status = WireName.Parse<NeedStatus>(name);
            rows = rows.Where(row => row.Need.Status == status);
        }

        if (filter.Area is { } area)
            rows = rows.Where(row => row.Need.Statement.AreaCode == area);
        if (filter.Urgency is { } urgency)
            rows = rows.Where(row => row.Need.Statement.Urgency == urgency);
        if (filter.Municipality is { } code)
            rows = rows.Where(row => row.Hromada.Code == code);
        if (filter.Oblast is { } oblast)
            rows = rows.Where(row => row.Hromada.RegionCode == oblast);
        return rows;
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
