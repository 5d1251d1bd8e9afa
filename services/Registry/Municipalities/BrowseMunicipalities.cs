using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>What staff look for; null means any.</summary>
/// <param name="Query">Part of a name in any language and spelling, or the beginning of a code.</param>
/// <param name="Country">no or ua.</param>
/// <param name="RegionCode">Fylkesnummer, or the oblast's two digits.</param>
/// <param name="Category">outside_war_zone or war_zone.</param>
/// <param name="WithOffer">Only those with an available offer.</param>
/// <param name="Sort">name, code or population; a minus reverses.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">20, 50 or 100.</param>
/// <param name="Helped">Only hromadas that somebody helps, or nobody; true or false.</param>
public sealed record MunicipalityBrowse(
    string? Query, string? Country, string? RegionCode, string? Category, bool WithOffer, string? Sort, int Page, int PageSize, string? Helped = null);

/// <summary>One of them.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="HasOffer">Whether it has an available offer.</param>
public sealed record BrowsedMunicipality(Municipality Municipality, bool HasOffer);

/// <summary>A numbered page of the register, for staff.</summary>
internal sealed class BrowseMunicipalities(RegistryDb db, HelpedHromadas helped, ActingFor<RegistryDb> acting)
{
    /// <summary>The page, names in the order of the alphabet of <paramref name="language"/>, and how many there are.</summary>
    /// <exception cref="Refusal">A field of <paramref name="browse"/>.</exception>
    public async Task<(IReadOnlyList<BrowsedMunicipality> Rows, int Total)> RunAsync(
        MunicipalityBrowse browse, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, browse.Page, browse.PageSize);
        var sort = ListSort.Take(rules, browse.Sort, "sort", "name", "code", "population");
        var offers = db.VisibleOffers(db.Offers.Where(offer => offer.Status == OfferStatus.Available), await acting.CodesAsync(cancellationToken));
        var matching = Matching(rules, browse, offers);
        rules.Check(browse.Helped is null or "true" or "false", "helped", "unknown_value", "Must be true or false.").Enforce();
        if (browse.Helped is { } isHelped)
            matching = await helped.AmongAsync(matching, isHelped == "true", cancellationToken);
        var rows = await Sorted(matching, sort, language).ThenBy(m => m.Id)
            .Skip(page.Before).Take(page.Size)
            .Select(m => new BrowsedMunicipality(
                m, offers.Any(offer => offer.MunicipalityId == m.Id)))
            .ToListAsync(cancellationToken);
        return (rows, await matching.CountAsync(cancellationToken));
    }

    private IQueryable<Municipality> Matching(Rules rules, MunicipalityBrowse browse, IQueryable<Offer> offers)
    {
        rules.Line(browse.Query, "query").Line(browse.RegionCode, "region_code");
        var country = rules.Choice<Country>(browse.Country, "country");
        var category = rules.Choice<ProgrammeCategory>(browse.Category, "category");
        var found = db.Named(browse.Query);
        if (country is not null)
            found = found.Where(m => m.Country == country);
        if (browse.RegionCode is not null)
            found = found.Where(m => m.Facts.RegionCode == browse.RegionCode);
        if (category is not null)
            found = found.Where(m => m.Facts.Category == category);
        return browse.WithOffer ? found.Where(m => offers.Any(offer => offer.MunicipalityId == m.Id)) : found;
    }

    private static IOrderedQueryable<Municipality> Sorted(IQueryable<Municipality> found, ListSort sort, string language) => sort.By switch
    {
        "code" => sort.Apply(found, m => m.Code),
        // What is not known stands last, however it is sorted.
        "population" => sort.Apply(found, m => m.Facts.Population ?? (sort.Descending ? -1 : int.MaxValue)),
        _ => sort.Apply(found, MunicipalitySearch.NameIn(language)),
    };
}
