using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>The columns of a file of needs, in the order of the templates.</summary>
internal static class NeedColumns
{
    private static readonly InThreeLanguages Title = new(
        "3–200 tegn; minst ett av språkene", "3–200 знаків; щонайменше однією мовою", "3–200 characters; in at least one language");

    private static readonly InThreeLanguages Description = new("Høyst 4000 tegn", "Не більше 4000 знаків", "At most 4000 characters");

    private static readonly InThreeLanguages OneOf = new("Ett av", "Одне з", "One of");

    private static readonly NeedColumn[] Main =
    [
        new("reference", "reference", new("Egen referanse", "Власний номер", "Own reference"),
            new("Avsenderens nummer på behovet, høyst 100 tegn; samme nummer importeres aldri to ganger",
                "Номер потреби у відправника, не більше 100 знаків; той самий номер ніколи не імпортується двічі",
                "The sender's number of the need, at most 100 characters; the same number is never imported twice")),
        new("municipality", "municipality", new("Hromada (KATOTTG)", "Громада (КАТОТТГ)", "Hromada (KATOTTG)"),
            new("UA og 17 sifre", "UA і 17 цифр", "UA and 17 digits"), Required: true, Hxl: "#adm3+code"),
        new("title_uk", "title.uk", new("Tittel (ukrainsk)", "Назва (українською)", "Title (Ukrainian)"), Title, Hxl: "#need+title+i_uk"),
        new("title_en", "title.en", new("Tittel (engelsk)", "Назва (англійською)", "Title (English)"), Title, Hxl: "#need+title+i_en"),
        new("title_nb", "title.nb", new("Tittel (norsk)", "Назва (норвезькою)", "Title (Norwegian)"), Title, Hxl: "#need+title+i_nb"),
        new("description_uk", "description.uk", new("Beskrivelse (ukrainsk)", "Опис (українською)", "Description (Ukrainian)"), Description, Hxl: "#description+i_uk"),
        new("description_en", "description.en", new("Beskrivelse (engelsk)", "Опис (англійською)", "Description (English)"), Description, Hxl: "#description+i_en"),
        new("description_nb", "description.nb", new("Beskrivelse (norsk)", "Опис (норвезькою)", "Description (Norwegian)"), Description, Hxl: "#description+i_nb"),
        new("area", "area", new("Område", "Напрям", "Area"),
            new("Kode fra kodelisten, f.eks. WAT", "Код зі списку, напр. WAT", "Code of the code list, e.g. WAT"), Required: true, Hxl: "#sector+code"),
        new("horizon", "horizon", new("Tidshorisont", "Строк", "Horizon"), OneOf, Required: true, Hxl: "#need+horizon", NeedChoices.Horizons),
        new("urgency", "urgency", new("Hastegrad", "Терміновість", "Urgency"),
            new("1 lav – 4 kritisk", "1 низька – 4 критична", "1 low – 4 critical"), Required: true, Hxl: "#severity+urgency+num"),
        new("urgency_reason", "urgencyReason", new("Begrunnelse", "Обґрунтування", "Reason of urgency"),
            new("Kreves fra hastegrad 3", "Обов’язково від терміновості 3", "Required from urgency 3"), Hxl: "#severity+reason"),
        new("modes", "desiredModes", new("Ønsket hjelp", "Бажана допомога", "Wanted modes"),
            new("Ingen eller flere, skilt med komma", "Жодної або кілька через кому", "None or several, separated by commas"), Hxl: "#modality", Choices: NeedChoices.Modes),
        new("person_days", "personDays", new("Dagsverk", "Людино-дні", "Person-days"),
            new("1–20000, eller et anslag i neste kolonne", "1–20000 або оцінка в наступному стовпці", "1–20000, or a band in the next column"), Hxl: "#need+person_days"),
        new("effort_band", "effortBand", new("Anslått omfang", "Оцінка обсягу", "Effort band"), OneOf, Hxl: "#need+effort", Choices: NeedChoices.Bands),
        new("languages", "languages", new("Arbeidsspråk", "Робочі мови", "Working languages"),
            new("1–8 koder av ISO 639-1, skilt med komma", "1–8 кодів ISO 639-1 через кому", "1–8 codes of ISO 639-1, separated by commas"), Required: true, Hxl: "#meta+languages"),
        new("sensitivity", "sensitivity", new("Hvem får se det", "Хто може бачити", "Sensitivity"), OneOf, Required: true, Hxl: "#meta+sensitivity", NeedChoices.Sensitivities),
        new("needed_by", "neededBy", new("Trengs innen", "Потрібно до", "Needed by"),
            new("åååå-mm-dd eller dd.mm.åååå", "рррр-мм-дд або дд.мм.рррр", "yyyy-mm-dd or dd.mm.yyyy"), Hxl: "#date+deadline"),
        new("illustrative", "illustrative", new("Eksempel", "Приклад", "Illustrative"),
            new("Ja for et eksempel som ikke sier noe om hromadaen", "Так, якщо це приклад, який нічого не стверджує про громаду", "Yes for an example that says nothing of the hromada"),
            Hxl: "#meta+illustrative", Choices: NeedChoices.YesOrNo),
    ];

    /// <summary>What most needs have, and then what some have.</summary>
    public static readonly IReadOnlyList<NeedColumn> All = [.. Main, .. ParticularsColumns.All];

    private static readonly Dictionary<string, NeedColumn> ByName = All
        .SelectMany(column => column.Header.All.Append(column.Code).Select(name => (Name: Plain(name), Column: column)).DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase))
        .ToDictionary(pair => pair.Name, pair => pair.Column, StringComparer.OrdinalIgnoreCase);

    /// <summary>The column that is called so in any language; null when none is.</summary>
    public static NeedColumn? Find(string name) => ByName.GetValueOrDefault(Plain(name));

    /// <summary>The column that fills the field of a fault: that of languages[1] is languages.</summary>
    public static NeedColumn? OfField(string field)
    {
        var plain = field.Split('[')[0];
        return All.FirstOrDefault(column => column.Field == plain)
            ?? All.FirstOrDefault(column => column.Field.StartsWith($"{plain}.", StringComparison.Ordinal));
    }

    private static string Plain(string name) => name.Trim().TrimEnd('*').TrimEnd().ReplaceLineEndings(" ");
}
