using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>English.</summary>
internal static class EnglishWords
{
    public static Words All { get; } = new(
        CultureInfo.GetCultureInfo("en-GB"),
        "and",
        Levels: ["at a basic level", "experienced", "strong", "a national front-runner"],
        Urgencies: ["low", "normal", "high", "critical"],
        Modes: new Dictionary<Mode, string>
        {
            [Mode.AdviceRemote] = "remote advice",
            [Mode.StudyVisitHost] = "hosting of a study visit",
            [Mode.ExpertVisit] = "an expert visit",
            [Mode.Mentoring] = "mentoring",
            [Mode.Training] = "training",
            [Mode.Secondment] = "secondment of staff",
            [Mode.Equipment] = "equipment",
            [Mode.Funding] = "funding",
            [Mode.JointProject] = "a joint project",
            [Mode.YouthExchange] = "youth exchange",
        },
        Horizons: new Dictionary<Horizon, string>
        {
            [Horizon.Acute] = "acute, within 3 months",
            [Horizon.Medium] = "medium-term, 3 to 12 months",
            [Horizon.Long] = "long-term, beyond 12 months",
        },
        Terms: new Dictionary<Term, string> { [Term.Short] = "short", [Term.Long] = "long" },
        Bands: new Dictionary<Band, string> { [Band.Small] = "small", [Band.Medium] = "medium", [Band.Large] = "large" },
        Categories: new Dictionary<ProgrammeCategory, string>
        {
            [ProgrammeCategory.WarZone] = "in the war zone",
            [ProgrammeCategory.OutsideWarZone] = "outside the war zone",
        },
        Languages: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["uk"] = "Ukrainian", ["en"] = "English", ["nb"] = "Norwegian", ["nn"] = "Nynorsk", ["no"] = "Norwegian",
            ["pl"] = "Polish", ["de"] = "German", ["fr"] = "French", ["ru"] = "Russian", ["ro"] = "Romanian",
            ["hu"] = "Hungarian", ["sv"] = "Swedish", ["da"] = "Danish", ["lt"] = "Lithuanian", ["se"] = "Northern Sami",
        },
        Counted: new Dictionary<ArgumentKind, PluralForms>
        {
            [ArgumentKind.PersonDays] = Forms("person-day", "person-days"),
            [ArgumentKind.Suppliers] = Forms("municipality", "municipalities"),
            [ArgumentKind.Needs] = Forms("need", "needs"),
            [ArgumentKind.Partnerships] = Forms("partnership", "partnerships"),
            [ArgumentKind.People] = Forms("inhabitant", "inhabitants"),
        });

    private static PluralForms Forms(string one, string many) => new(one, many, many, Slavic: false);
}
