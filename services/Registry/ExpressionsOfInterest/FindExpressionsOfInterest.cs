using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>What to look for; null means any.</summary>
/// <param name="Municipality">The official code of whose wish it is.</param>
/// <param name="Status">received or structured.</param>
public sealed record ExpressionOfInterestFilter(string? Municipality, string? Status);

/// <summary>A page of the expressions of interest, oldest first.</summary>
public sealed class FindExpressionsOfInterest(RegistryDb db)
{
    /// <summary>Those that fit <paramref name="filter"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, or a field of the filter.</exception>
    public async Task<Page<ExpressionOfInterestView>> RunAsync(
        ExpressionOfInterestFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var found = await MatchingAsync(filter, cancellationToken);
        if (IdCursor.Of(page) is { } last)
            found = found.Where(e => e.Id > last);

        var rows = await (
            from expression in found
            join municipality in db.Municipalities on expression.MunicipalityId equals municipality.Id
            orderby expression.Id
            select new { expression, municipality.Code }).Take(size + 1).ToListAsync(cancellationToken);
        return Page.Of([.. rows.Select(row => ExpressionOfInterestView.Of(row.expression, row.Code))], size, view => IdCursor.After(view.Id));
    }

    private async Task<IQueryable<ExpressionOfInterest>> MatchingAsync(
        ExpressionOfInterestFilter filter, CancellationToken cancellationToken)
    {
        var municipality = await db.Municipalities.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Code == filter.Municipality, cancellationToken);
        var rules = new Rules();
        if (filter.Municipality is not null)
            rules.KnownMunicipality(filter.Municipality, municipality, "municipality");
        var status = rules.Choice<ExpressionStatus>(filter.Status, "status");
        rules.Enforce();
        var found = db.ExpressionsOfInterest.AsNoTracking();
        if (municipality is not null)
            found = found.Where(e => e.MunicipalityId == municipality.Id);
        return status is null ? found : found.Where(e => e.Status == status);
    }
}
