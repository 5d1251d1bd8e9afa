using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Exports;

/// <summary>A column of an export of the register.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Field">The field of the view; when the view masks it, the cell says so.</param>
/// <param name="Of">What stands in it; empty where nothing is known.</param>
/// <param name="Choices">The words of a closed list; null where it is none.</param>
/// <param name="HasDecimals">Whether it is a number that may have decimals.</param>
internal sealed record MunicipalityColumn(
    InThreeLanguages Header,
    string Field,
    Func<MunicipalityView, string> Of,
    IReadOnlyDictionary<string, InThreeLanguages>? Choices = null,
    bool HasDecimals = false)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<MunicipalityColumn> All =
    [
        new(new("Offisiell kode", "Офіційний код", "Official code"), "code", view => view.Code),
        new(new("Navn", "Назва", "Name"), "name", view => view.Name),
        new(new("Navn (norsk)", "Назва (норвезькою)", "Name (Norwegian)"), "names", view => view.Names.Nb ?? ""),
        new(new("Navn (ukrainsk)", "Назва (українською)", "Name (Ukrainian)"), "names", view => view.Names.Uk ?? ""),
        new(new("Navn (engelsk)", "Назва (англійською)", "Name (English)"), "names", view => view.Names.En ?? ""),
        new(new("Land", "Країна", "Country"), "country", view => EnumName.Of(view.Country), MunicipalityWords.Countries),
        new(new("Type", "Тип", "Kind"), "kind", view => EnumName.Of(view.Kind), MunicipalityWords.Kinds),
        new(new("Fylkes- eller oblastkode", "Код фюльке або області", "Code of county or oblast"), "region", view => view.Region.Code),
        new(new("Fylke eller oblast", "Фюльке або область", "County or oblast"), "region", view => view.Region.Name),
        new(new("Organisasjonsnummer", "Код ЄДРПОУ або організаційний номер", "Organisation number"), "organisationNumber", view => view.OrganisationNumber ?? ""),
        new(new("Innbyggere", "Населення", "Population"), "population", view => Number(view.Population)),
        new(new("Folketallets år", "Рік даних про населення", "Year of the population"), "populationYear", view => Number(view.PopulationYear)),
        new(new("Breddegrad", "Широта", "Latitude"), "latitude", view => Number(view.Latitude), HasDecimals: true),
        new(new("Lengdegrad", "Довгота", "Longitude"), "longitude", view => Number(view.Longitude), HasDecimals: true),
        new(new("Territoriell status", "Статус території", "Territory status"), "territoryStatus",
            view => view.Country == Country.Ua ? EnumName.Of(view.TerritoryStatus) : "", MunicipalityWords.Statuses),
        new(new("Statusens omfang", "Охоплення статусу", "Coverage of the status"), "territoryCoverage",
            view => view.TerritoryStatus == TerritoryStatus.None ? "" : EnumName.Of(view.TerritoryCoverage), MunicipalityWords.Coverages),
        new(new("Kategori", "Категорія", "Category"), "category", view => view.Category is { } category ? EnumName.Of(category) : "", MunicipalityWords.Categories),
    ];

    /// <summary>The cell in nb, uk or en.</summary>
    public string In(MunicipalityView view, string language) => view.Masked.Contains(Field, StringComparer.Ordinal)
        ? WordedCell.Masked[language]
        : WordedCell.Of(Of(view), language, Choices, HasDecimals);

    private static string Number<T>(T? value) where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
