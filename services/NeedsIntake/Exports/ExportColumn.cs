using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Imports;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Header">Its name for people.</param>
/// <param name="Hxl">Its hashtag of the Humanitarian Exchange Language (HXL 1.1).</param>
/// <param name="Field">The field of the view; when the view masks it, the cell says so.</param>
/// <param name="Of">What stands in it, as the API names it; empty where nothing was given.</param>
/// <param name="Choices">The words of a closed list; null where it is none.</param>
/// <param name="HasDecimals">Whether it is a number that may have decimals.</param>
internal sealed record ExportColumn(
    InThreeLanguages Header,
    string Hxl,
    string Field,
    Func<NeedView, string> Of,
    IReadOnlyDictionary<string, InThreeLanguages>? Choices = null,
    bool HasDecimals = false)
{
    private static readonly Dictionary<string, Func<NeedView, string>> Values = new(StringComparer.Ordinal)
    {
        ["municipality"] = view => view.Municipality ?? "",
        ["title_uk"] = view => view.Title?.Uk ?? "",
        ["title_en"] = view => view.Title?.En ?? "",
        ["title_nb"] = view => view.Title?.Nb ?? "",
        ["description_uk"] = view => view.Description?.Uk ?? "",
        ["description_en"] = view => view.Description?.En ?? "",
        ["description_nb"] = view => view.Description?.Nb ?? "",
        ["area"] = view => view.Area ?? "",
        ["horizon"] = view => Name(view.Horizon),
        ["urgency"] = view => Number(view.Urgency),
        ["urgency_reason"] = view => view.UrgencyReason ?? "",
        ["modes"] = view => string.Join(", ", (view.DesiredModes ?? []).Select(WireName.Of)),
        ["person_days"] = view => Number(view.PersonDays),
        ["effort_band"] = view => Name(view.EffortBand),
        ["languages"] = view => string.Join(", ", view.Languages ?? []),
        ["sensitivity"] = view => Name(view.Sensitivity),
        ["needed_by"] = view => view.NeededBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["illustrative"] = view => view.Illustrative ? "true" : "false",
        ["kind"] = view => Name(view.Kind),
        ["secondary_areas"] = view => string.Join(", ", view.SecondaryAreas ?? []),
        ["translation_uk"] = view => Translation(view, "uk"),
        ["translation_en"] = view => Translation(view, "en"),
        ["translation_nb"] = view => Translation(view, "nb"),
        ["people"] = view => Number(view.PeopleAffected?.Total),
        ["idps"] = view => Number(view.PeopleAffected?.Idps),
        ["children"] = view => Number(view.PeopleAffected?.Children),
        ["veterans"] = view => Number(view.PeopleAffected?.Veterans),
        ["quantity"] = view => Amount(view.Quantity?.Requested),
        ["unit"] = view => Name(view.Quantity?.Unit),
        ["fulfilled"] = view => Amount(view.Quantity?.Fulfilled),
        ["season"] = view => Name(view.Season),
        ["readiness"] = view => Name(view.Readiness),
        ["dream_id"] = view => view.DreamId ?? "",
        ["rdna_sector"] = view => Name(view.RdnaSector),
        ["cost"] = view => Amount(view.Cost?.Estimated),
        ["currency"] = view => view.Cost?.Currency ?? "",
        ["own_contribution"] = view => Amount(view.Cost?.OwnContribution),
        ["constraints"] = view => view.Constraints ?? "",
        ["wishes"] = view => view.Wishes ?? "",
        ["vetoes"] = view => view.Vetoes ?? "",
        ["location_precision"] = view => Name(view.LocationPrecision),
    };

    /// <summary>All of them: what a need is, then what a file of needs has.</summary>
    public static readonly IReadOnlyList<ExportColumn> All =
    [
        new(new("Behov", "Потреба", "Need"), "#need+id", "id", view => view.Id.ToString()),
        new(new("Status", "Стан", "Status"), "#status", "status", view => WireName.Of(view.Status)),
        new(new("Fylke (oblast)", "Область", "Oblast"), "#adm1+code", "region", view => view.Region?.Code ?? ""),
        new(new("Hromada", "Громада", "Hromada"), "#adm3+name", "municipalityNames", view => view.MunicipalityNames?.Uk ?? view.MunicipalityNames?.En ?? ""),
        new(new("Meldt inn", "Подано", "Submitted"), "#date+submitted", "submittedAt", view => Day(view.SubmittedAt)),
        new(new("Bekreftet", "Підтверджено", "Verified"), "#date+verified", "verifiedAt", view => Day(view.VerifiedAt)),
        .. NeedColumns.All.Where(column => Values.ContainsKey(column.Code)).Select(
            column => new ExportColumn(column.Header, column.Hxl, column.Field.Split('.')[0], Values[column.Code], column.Choices, column.HasDecimals)),
    ];

    /// <summary>The cell for a person, in nb, uk or en.</summary>
    public string InWords(NeedView view, string language) => view.Masked.Contains(Field, StringComparer.Ordinal)
        ? WordedCell.Masked[language]
        : WordedCell.Of(Of(view), language, Choices, HasDecimals);

    /// <summary>The cell for a machine: empty where it is masked, since HXL has no word for that.</summary>
    public string InNames(NeedView view) => view.Masked.Contains(Field, StringComparer.Ordinal) ? "" : Of(view);

    private static string Name<T>(T? value) where T : struct, Enum => value is { } known ? WireName.Of(known) : "";

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Never with three decimals, which an import would take for thousands.</summary>
    private static string Amount(decimal? value) =>
        value?.ToString(decimal.Round(value.Value, 2) == value ? "0.##" : "0.0000####", CultureInfo.InvariantCulture) ?? "";

    private static string Translation(NeedView view, string language) =>
        Name(view.Translations?.FirstOrDefault(translation => translation.Language == language)?.By);

    private static string Day(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
