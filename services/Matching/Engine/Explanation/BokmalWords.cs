using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Norwegian bokmål.</summary>
internal static class BokmalWords
{
    public static Words All { get; } = new(
        CultureInfo.GetCultureInfo("nb-NO"),
        "og",
        Levels: ["på grunnivå", "erfaren", "sterk", "nasjonalt ledende"],
        Urgencies: ["lav", "normal", "høy", "kritisk"],
        Modes: new Dictionary<Mode, string>
        {
            [Mode.AdviceRemote] = "råd på avstand",
            [Mode.StudyVisitHost] = "vertskap for studiebesøk",
            [Mode.ExpertVisit] = "ekspertbesøk",
            [Mode.Mentoring] = "mentorordning",
            [Mode.Training] = "opplæring",
            [Mode.Secondment] = "utlån av fagfolk",
            [Mode.Equipment] = "utstyr",
            [Mode.Funding] = "finansiering",
            [Mode.JointProject] = "felles prosjekt",
            [Mode.YouthExchange] = "ungdomsutveksling",
        },
        Horizons: new Dictionary<Horizon, string>
        {
            [Horizon.Acute] = "akutt, innen 3 måneder",
            [Horizon.Medium] = "mellomlangt, 3 til 12 måneder",
            [Horizon.Long] = "langsiktig, over 12 måneder",
        },
        Terms: new Dictionary<Term, string> { [Term.Short] = "kortvarig", [Term.Long] = "langvarig" },
        Bands: new Dictionary<Band, string> { [Band.Small] = "liten", [Band.Medium] = "middels", [Band.Large] = "stor" },
        Categories: new Dictionary<ProgrammeCategory, string>
        {
            [ProgrammeCategory.WarZone] = "i krigssonen",
            [ProgrammeCategory.OutsideWarZone] = "utenfor krigssonen",
        },
        Languages: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["uk"] = "ukrainsk", ["en"] = "engelsk", ["nb"] = "norsk", ["nn"] = "nynorsk", ["no"] = "norsk", ["pl"] = "polsk",
            ["de"] = "tysk", ["fr"] = "fransk", ["ru"] = "russisk", ["ro"] = "rumensk", ["hu"] = "ungarsk", ["sv"] = "svensk",
            ["da"] = "dansk", ["lt"] = "litauisk", ["se"] = "nordsamisk",
        },
        Counted: new Dictionary<ArgumentKind, PluralForms>
        {
            [ArgumentKind.PersonDays] = Forms("dagsverk", "dagsverk"),
            [ArgumentKind.Suppliers] = Forms("kommune", "kommuner"),
            [ArgumentKind.Needs] = Forms("behov", "behov"),
            [ArgumentKind.Partnerships] = Forms("samarbeid", "samarbeid"),
            [ArgumentKind.People] = Forms("innbygger", "innbyggere"),
        });

    private static PluralForms Forms(string one, string many) => new(one, many, many, Slavic: false);
}
