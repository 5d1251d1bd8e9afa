using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>The register, as readers may see it.</summary>
internal sealed class FindMunicipalities(MatchingMunicipalities matching)
{
    /// <summary>A page of the municipalities that fit <paramref name="filter"/>, with names in <paramref name="language"/>.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="sort">name, as the reader sees it; null for the name in each place's own language.</param>
    /// <param name="page">Which page.</param>
    /// <param name="language">nb, uk or en.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">invalid_cursor, unknown_value, a field of the filter, or initiatives_not_read.</exception>
    public async Task<Page<MunicipalityView>> RunAsync(
        MunicipalityFilter filter, string? sort, PageRequest page, string language, CancellationToken cancellationToken)
    {
        var (size, rules) = (page.Size(), new Rules());
        var order = MunicipalityOrder.Take(rules, sort, language);
        rules.Enforce();
        var found = await matching.OfAsync(filter, cancellationToken);
        var cut = Page.Of(await order.Take(found, page.Cursor, size + 1).ToListAsync(cancellationToken), size, order.CursorAfter);
        return new Page<MunicipalityView>([.. cut.Items.Select(m => MunicipalityMask.Show(m, language))], cut.Next);
    }

    /// <summary>All that fit <paramref name="filter"/>, in one list by the name that the reader sees.</summary>
    /// <exception cref="Refusal">A field of the filter, or initiatives_not_read.</exception>
    public async Task<IReadOnlyList<MunicipalityView>> AllAsync(MunicipalityFilter filter, string language, CancellationToken cancellationToken)
    {
        var found = await matching.OfAsync(filter, cancellationToken);
        var rows = await found.OrderBy(MunicipalitySearch.NameIn(language)).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(m => MunicipalityMask.Show(m, language))];
    }
}
