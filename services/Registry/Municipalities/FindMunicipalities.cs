using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>What to look for; null means any.</summary>
/// <param name="Q">Part of a name in any language and spelling, or the beginning of a code; at most 200 characters.</param>
/// <param name="Country">no or ua.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Region">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="Helped">True for hromadas that somebody helps, false for those that nobody does, as far as the reader may know; partners need initiatives.read.</param>
public sealed record MunicipalityFilter(string? Q, string? Country, string? Kind, string? Region, bool? Helped);

/// <summary>A page of the register, sorted by the name in the place's own language.</summary>
internal sealed class FindMunicipalities(RegistryDb db, HelpedHromadas hromadas)
{
    /// <summary>The municipalities that fit <paramref name="filter"/>, with names in <paramref name="language"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, a field of the filter, or initiatives_not_read.</exception>
    public async Task<Page<MunicipalityView>> RunAsync(
        MunicipalityFilter filter, PageRequest page, string language, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var found = await FoundAsync(filter, cancellationToken);
        if (page.Cursor is not null)
        {
            var last = Cursor.Decode(page.Cursor, 2);
            var (name, id) = (last[0], Guid.TryParse(last[1], out var parsed) ? parsed : throw Cursor.Invalid());
            found = found.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Name, m.Id), ValueTuple.Create(name, id)));
        }

        var rows = await found.OrderBy(m => m.Name).ThenBy(m => m.Id).Take(size + 1).ToListAsync(cancellationToken);
        var cut = Page.Of(rows, size, m => Cursor.Encode(m.Name, m.Id.ToString()));
        return new Page<MunicipalityView>([.. cut.Items.Select(m => MunicipalityMask.Show(m, language))], cut.Next);
    }

    /// <summary>All that fit <paramref name="filter"/>, in one list.</summary>
    /// <exception cref="Refusal">A field of the filter, or initiatives_not_read.</exception>
    public async Task<IReadOnlyList<MunicipalityView>> AllAsync(MunicipalityFilter filter, string language, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(filter, cancellationToken);
        var rows = await found.OrderBy(MunicipalitySearch.NameIn(language)).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(m => MunicipalityMask.Show(m, language))];
    }

    private async Task<IQueryable<Municipality>> FoundAsync(MunicipalityFilter filter, CancellationToken cancellationToken)
    {
        var found = await Matching(filter).NamedAsync(filter.Q, cancellationToken);
        return filter.Helped is { } helped ? await hromadas.AmongAsync(found, helped, cancellationToken) : found;
    }

    private IQueryable<Municipality> Matching(MunicipalityFilter filter)
    {
        var rules = new Rules().Line(filter.Q, "q").Line(filter.Region, "region");
        var country = rules.Choice<Country>(filter.Country, "country");
        var kind = rules.Choice<MunicipalityKind>(filter.Kind, "kind");
        rules.Enforce();
        var found = db.Municipalities.AsNoTracking();
        if (country is not null)
            found = found.Where(m => m.Country == country);
        if (kind is not null)
            found = found.Where(m => m.Kind == kind);
        if (filter.Region is not null)
            found = found.Where(m => m.Facts.RegionCode == filter.Region);
        return found;
    }
}
