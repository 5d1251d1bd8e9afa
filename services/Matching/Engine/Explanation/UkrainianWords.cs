using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Ukrainian. Sentences put lists and names after a colon or in brackets, so that every word can stay in the nominative.</summary>
internal static class UkrainianWords
{
    public static Words All { get; } = new(
        CultureInfo.GetCultureInfo("uk-UA"),
        "та",
        Levels: ["базовий", "досвідчений", "сильний", "провідний у країні"],
        Urgencies: ["низька", "звичайна", "висока", "критична"],
        Modes: new Dictionary<Mode, string>
        {
            [Mode.AdviceRemote] = "дистанційні консультації",
            [Mode.StudyVisitHost] = "прийом ознайомчого візиту",
            [Mode.ExpertVisit] = "візит експертів",
            [Mode.Mentoring] = "наставництво",
            [Mode.Training] = "навчання",
            [Mode.Secondment] = "відрядження фахівців",
            [Mode.Equipment] = "обладнання",
            [Mode.Funding] = "фінансування",
            [Mode.JointProject] = "спільний проєкт",
            [Mode.YouthExchange] = "молодіжний обмін",
        },
        Horizons: new Dictionary<Horizon, string>
        {
            [Horizon.Acute] = "терміново, до 3 місяців",
            [Horizon.Medium] = "середньостроково, 3–12 місяців",
            [Horizon.Long] = "довгостроково, понад 12 місяців",
        },
        Terms: new Dictionary<Term, string> { [Term.Short] = "короткострокова", [Term.Long] = "довгострокова" },
        Bands: new Dictionary<Band, string> { [Band.Small] = "мало", [Band.Medium] = "середньо", [Band.Large] = "багато" },
        Categories: new Dictionary<ProgrammeCategory, string>
        {
            [ProgrammeCategory.WarZone] = "у зоні бойових дій",
            [ProgrammeCategory.OutsideWarZone] = "поза зоною бойових дій",
        },
        Languages: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["uk"] = "українська", ["en"] = "англійська", ["nb"] = "норвезька", ["nn"] = "новонорвезька", ["no"] = "норвезька",
            ["pl"] = "польська", ["de"] = "німецька", ["fr"] = "французька", ["ru"] = "російська", ["ro"] = "румунська",
            ["hu"] = "угорська", ["sv"] = "шведська", ["da"] = "данська", ["lt"] = "литовська", ["se"] = "північносаамська",
        },
        Counted: new Dictionary<ArgumentKind, PluralForms>
        {
            [ArgumentKind.PersonDays] = Forms("людино-день", "людино-дні", "людино-днів"),
            [ArgumentKind.Suppliers] = Forms("муніципалітет", "муніципалітети", "муніципалітетів"),
            [ArgumentKind.Needs] = Forms("потреба", "потреби", "потреб"),
            [ArgumentKind.Partnerships] = Forms("партнерство", "партнерства", "партнерств"),
            [ArgumentKind.People] = Forms("мешканець", "мешканці", "мешканців"),
        });

    private static PluralForms Forms(string one, string few, string many) => new(one, few, many, Slavic: true);
}
