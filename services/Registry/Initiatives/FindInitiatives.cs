using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Initiatives;

/// <summary>What to look for; null means any.</summary>
/// <param name="Municipality">Official code of one of the two. What is masked for the reader is not found by it.</param>
/// <param name="Country">Of who helps, ISO 3166-1 alpha-2 in small letters. What is masked for the reader is not found by it.</param>
/// <param name="Oblast">The oblast's two digits.</param>
/// <param name="Kind">twin_town, cooperation, solidarity or project.</param>
/// <param name="Programme">Under whose roof it stands.</param>
/// <param name="Status">planned, cooperation_reported, agreement_reported, agreement_signed, ended or withdrawn.</param>
public sealed record InitiativeFilter(string? Municipality, string? Country, string? Oblast, string? Kind, string? Programme, string? Status);

/// <summary>Who helps whom, the oldest record first.</summary>
internal sealed class FindInitiatives(RegistryDb db, InitiativeVisibility visibility, TimeProvider clock)
{
    /// <summary>Those that fit <paramref name="filter"/>, with names in <paramref name="language"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, or a field of the filter.</exception>
    public async Task<Page<InitiativeView>> RunAsync(InitiativeFilter filter, PageRequest page, string language, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var found = await MatchingAsync(filter, cancellationToken);
        if (IdCursor.Of(page) is { } last)
            found = found.Where(row => row.Initiative.Id > last);
        var views = await ShowAsync(found.OrderBy(row => row.Initiative.Id).Take(size + 1), language, cancellationToken);
        return Page.Of(views, size, view => IdCursor.After(view.Id));
    }

    /// <summary>A numbered page for staff, and how many there are.</summary>
    /// <exception cref="Refusal">out_of_range, or a field of the filter.</exception>
    public async Task<(IReadOnlyList<InitiativeView> Rows, int Total)> BrowseAsync(
        InitiativeFilter filter, int page, int pageSize, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var numbered = NumberedPage.Take(rules, page, pageSize);
        rules.Enforce();
        var found = await MatchingAsync(filter, cancellationToken);
        var rows = await ShowAsync(found.OrderBy(row => row.Initiative.Id).Skip(numbered.Before).Take(numbered.Size), language, cancellationToken);
        return (rows, await found.CountAsync(cancellationToken));
    }

    /// <summary>Those of a municipality that the reader sees in full.</summary>
    public async Task<IReadOnlyList<InitiativeView>> OfMunicipalityAsync(string code, string language, CancellationToken cancellationToken)
    {
        var found = await MatchingAsync(new InitiativeFilter(code, null, null, null, null, null), cancellationToken);
        return await ShowAsync(found.OrderBy(row => row.Initiative.Id), language, cancellationToken);
    }

    /// <summary>One of those that there are for the reader.</summary>
    /// <exception cref="Refusal">initiative_not_found.</exception>
    public async Task<InitiativeView> OneAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var told = await visibility.ThatAreToldAsync(InitiativeRow.Of(db), cancellationToken);
        return (await ShowAsync(told.Where(row => row.Initiative.Id == id), language, cancellationToken)).SingleOrDefault() ?? throw InitiativeChange.NotFound();
    }

    private async Task<IReadOnlyList<InitiativeView>> ShowAsync(IQueryable<InitiativeRow> rows, string language, CancellationToken cancellationToken)
    {
        var full = (await visibility.SeenInFullAsync(InitiativeRow.Of(db), cancellationToken)).Select(row => row.Initiative.Id);
        var helping = db.Initiatives.Where(Initiative.HelpsOn(clock.KyivToday())).Select(initiative => initiative.Id);
        var shown = await rows
            .Select(row => new { Row = row, InFull = full.Contains(row.Initiative.Id), Helps = helping.Contains(row.Initiative.Id) })
            .ToListAsync(cancellationToken);
        return [.. shown.Select(one => one.InFull ? InitiativeView.Full(one.Row, one.Helps, language) : InitiativeView.AtOblastLevel(one.Row, language))];
    }

    private async Task<IQueryable<InitiativeRow>> MatchingAsync(InitiativeFilter filter, CancellationToken cancellationToken)
    {
        var rules = new Rules().Line(filter.Oblast, "oblast");
        if (filter.Municipality is { } code)
            rules.KnownMunicipality(code, await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellationToken), "municipality");
        rules.Check(filter.Country is null || CountryCodes.Contain(filter.Country), "country", "invalid_country", "ISO 3166-1 alpha-2 in small letters, e.g. de.");
        var (kind, programme, status) = (
            rules.Choice<InitiativeKind>(filter.Kind, "kind"),
            rules.Choice<InitiativeProgramme>(filter.Programme, "programme"),
            rules.Choice<InitiativeStatus>(filter.Status, "status"));
        rules.Enforce();
        var all = InitiativeRow.Of(db);
        var found = filter.Municipality is null && filter.Country is null
            ? await visibility.ThatAreToldAsync(all, cancellationToken)
            : await visibility.SeenInFullAsync(all, cancellationToken);
        if (filter.Municipality is not null)
            found = found.Where(row => row.Hromada.Code == filter.Municipality || row.Partner!.Code == filter.Municipality);
        if (filter.Country is not null) found = found.Where(row => row.Initiative.PartnerCountry == filter.Country);
        if (filter.Oblast is not null) found = found.Where(row => row.Hromada.Facts.RegionCode == filter.Oblast);
        if (kind is not null) found = found.Where(row => row.Initiative.Facts.Kind == kind);
        if (programme is not null) found = found.Where(row => row.Initiative.Facts.Programme == programme);
        return status is null ? found : found.Where(row => row.Initiative.Facts.Status == status);
    }
}
