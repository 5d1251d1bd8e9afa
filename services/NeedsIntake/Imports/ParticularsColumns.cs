using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>The columns of what a hromada may add to its need.</summary>
internal static class ParticularsColumns
{
    private static readonly InThreeLanguages OneOf = new("Ett av", "Одне з", "One of");

    private static readonly InThreeLanguages People = new("0–10000000", "0–10000000", "0–10000000");

    private static readonly InThreeLanguages Amount = new(
        "Tall uten tusenskille, f.eks. 1200000,50", "Число без розділювача тисяч, напр. 1200000,50", "A number without thousands separators, e.g. 1200000.50");

    private static readonly InThreeLanguages Translation = new(
        "Fylles ut når teksten er en oversettelse: ett av", "Заповніть, якщо текст є перекладом: одне з", "Fill in where the text is a translation: one of");

    private static readonly InThreeLanguages Between = new(
        "Høyst 1000 tegn; leses av AUC og KS", "Не більше 1000 знаків; читають АМУ та KS", "At most 1000 characters; read by AUC and KS");

    public static readonly IReadOnlyList<NeedColumn> All =
    [
        new("kind", "kind", new("Type behov", "Тип потреби", "Kind of need"), OneOf, Hxl: "#need+kind", Choices: NeedChoices.Kinds),
        new("secondary_areas", "secondaryAreas", new("Andre områder", "Інші напрями", "Secondary areas"),
            new("Høyst 5 koder fra kodelisten, skilt med komma", "Не більше 5 кодів зі списку через кому", "At most 5 codes of the code list, separated by commas"),
            Hxl: "#sector+secondary+code"),
        new("translation_uk", "translations.uk", new("Oversettelse (ukrainsk)", "Переклад (українською)", "Translation (Ukrainian)"), Translation, Hxl: "#meta+translation+i_uk", Choices: NeedChoices.Translations),
        new("translation_en", "translations.en", new("Oversettelse (engelsk)", "Переклад (англійською)", "Translation (English)"), Translation, Hxl: "#meta+translation+i_en", Choices: NeedChoices.Translations),
        new("translation_nb", "translations.nb", new("Oversettelse (norsk)", "Переклад (норвезькою)", "Translation (Norwegian)"), Translation, Hxl: "#meta+translation+i_nb", Choices: NeedChoices.Translations),
        new("people", "peopleAffected.total", new("Mennesker det gjelder", "Кількість людей", "People concerned"), People, Hxl: "#affected+total"),
        new("idps", "peopleAffected.idps", new("Av dem internt fordrevne", "З них ВПО", "Of them internally displaced"), People, Hxl: "#affected+idps"),
        new("children", "peopleAffected.children", new("Av dem barn", "З них діти", "Of them children"), People, Hxl: "#affected+children"),
        new("veterans", "peopleAffected.veterans", new("Av dem veteraner", "З них ветерани", "Of them veterans"), People, Hxl: "#affected+veterans"),
        new("quantity", "quantity.requested", new("Mengde", "Кількість", "Quantity"), Amount, Hxl: "#need+quantity", HasDecimals: true),
        new("unit", "quantity.unit", new("Enhet", "Одиниця", "Unit"),
            new("Kreves med en mengde; ett av", "Обов’язково з кількістю; одне з", "Required with a quantity; one of"), Hxl: "#need+unit", Choices: NeedChoices.Units),
        new("fulfilled", "quantity.fulfilled", new("Av det allerede gitt av andre", "З того вже надано іншими", "Of it already given by others"), Amount, Hxl: "#need+fulfilled", HasDecimals: true),
        new("season", "season", new("Årstid", "Пора року", "Season"), OneOf, Hxl: "#need+season", Choices: NeedChoices.Seasons),
        new("readiness", "readiness", new("Hvor langt det er kommet", "Стан підготовки", "Readiness"), OneOf, Hxl: "#need+readiness", Choices: NeedChoices.Readiness),
        new("dream_id", "dreamId", new("Prosjektets id i DREAM", "Ідентифікатор проєкту в DREAM", "The project’s id in DREAM"),
            new("DREAM-UA-DDMMÅÅ-XXXXXXXX", "DREAM-UA-ДДММРР-XXXXXXXX", "DREAM-UA-DDMMYY-XXXXXXXX"), Hxl: "#meta+dream_id"),
        new("rdna_sector", "rdnaSector", new("Sektor i RDNA", "Сектор RDNA", "Sector of RDNA"), OneOf, Hxl: "#sector+rdna", Choices: RdnaWords.All),
        new("cost", "cost.estimated", new("Anslått kostnad", "Орієнтовна вартість", "Estimated cost"), Amount, Hxl: "#value+cost", HasDecimals: true),
        new("currency", "cost.currency", new("Valuta", "Валюта", "Currency"),
            new("Kreves med en kostnad; ett av UAH, EUR, USD, NOK, SEK, DKK, PLN, GBP, CHF", "Обов’язково з вартістю; одне з UAH, EUR, USD, NOK, SEK, DKK, PLN, GBP, CHF",
                "Required with a cost; one of UAH, EUR, USD, NOK, SEK, DKK, PLN, GBP, CHF"), Hxl: "#currency"),
        new("own_contribution", "cost.ownContribution", new("Egenandel", "Власний внесок", "Own contribution"), Amount, Hxl: "#value+own_contribution", HasDecimals: true),
        new("constraints", "constraints", new("Begrensninger", "Обмеження", "Constraints"),
            new("Høyst 2000 tegn, f.eks. portforbud, minefare", "Не більше 2000 знаків, напр. комендантська година, міни", "At most 2000 characters, e.g. curfew, mines"), Hxl: "#need+constraints"),
        new("wishes", "wishes", new("Ønsker", "Побажання", "Wishes"), Between, Hxl: "#need+wishes"),
        new("vetoes", "vetoes", new("Vil ikke ha", "Неприйнятне", "Vetoes"), Between, Hxl: "#need+vetoes"),
        new("location_precision", "locationPrecision", new("Stedets nøyaktighet", "Точність місця", "Precision of the place"),
            new("Hvor nøyaktig andre får vite stedet; uten svar hromadaen. Ett av", "Наскільки точно інші знатимуть місце; без відповіді громада. Одне з",
                "How precisely others are told the place; without an answer the hromada. One of"), Hxl: "#meta+location_precision", Choices: NeedChoices.Precisions),
    ];
}
