using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>The closed lists of a need in words; a file may have the words of any language, or the names of the API.</summary>
internal static class NeedChoices
{
    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Horizons = InThreeLanguages.Of<Horizon>(
        new("akutt (innen 3 måneder)", "невідкладна (до 3 місяців)", "acute (within 3 months)"),
        new("mellomlang (3–12 måneder)", "середньострокова (3–12 місяців)", "medium (3–12 months)"),
        new("lang (over 12 måneder)", "довгострокова (понад 12 місяців)", "long (over 12 months)"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Sensitivities = InThreeLanguages.Of<Sensitivity>(
        new("offentlig", "публічна", "public"),
        new("for partnere", "для партнерів", "partners"),
        new("begrenset", "обмежена", "restricted"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Bands = InThreeLanguages.Of<Band>(
        new("liten", "малий", "small"),
        new("middels", "середній", "medium"),
        new("stor", "великий", "large"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Modes = InThreeLanguages.Of<Mode>(
        new("råd på avstand", "дистанційні поради", "remote advice"),
        new("studiebesøk i Norge", "навчальний візит до Норвегії", "study visit in Norway"),
        new("ekspertbesøk", "візит фахівців", "expert visit"),
        new("mentorordning", "наставництво", "mentoring"),
        new("opplæring", "навчання", "training"),
        new("lån av ansatte", "відрядження працівників", "secondment"),
        new("utstyr", "обладнання", "equipment"),
        new("finansiering", "фінансування", "funding"),
        new("felles prosjekt", "спільний проєкт", "joint project"),
        new("ungdomsutveksling", "молодіжний обмін", "youth exchange"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Kinds = InThreeLanguages.Of<NeedKind>(
        new("kunnskap", "знання", "knowledge"),
        new("institusjonell støtte", "інституційна підтримка", "institutional support"),
        new("utstyr", "обладнання", "equipment"),
        new("infrastruktur", "інфраструктура", "infrastructure"),
        new("psykososial støtte", "психосоціальна підтримка", "psychosocial support"),
        new("mellom mennesker", "між людьми", "people to people"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Translations = InThreeLanguages.Of<TranslationBy>(
        new("menneske", "людина", "person"),
        new("maskin", "машина", "machine"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Seasons = InThreeLanguages.Of<Season>(
        new("vinter", "зима", "winter"),
        new("vår", "весна", "spring"),
        new("sommer", "літо", "summer"),
        new("høst", "осінь", "autumn"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Readiness = InThreeLanguages.Of<Readiness>(
        new("idé", "ідея", "idea"),
        new("konsept", "концепція", "concept"),
        new("prosjektert", "є документація", "documented"),
        new("i DREAM", "у DREAM", "in DREAM"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Units = InThreeLanguages.Of<Unit>(
        new("stykk", "штука", "piece"),
        new("sett", "комплект", "set"),
        new("person", "особа", "person"),
        new("plass", "місце", "place"),
        new("bygning", "будівля", "building"),
        new("time", "година", "hour"),
        new("kilogram", "кілограм", "kilogram"),
        new("tonn", "тонна", "tonne"),
        new("liter", "літр", "litre"),
        new("kubikkmeter", "кубічний метр", "cubic metre"),
        new("meter", "метр", "metre"),
        new("kilometer", "кілометр", "kilometre"),
        new("kvadratmeter", "квадратний метр", "square metre"),
        new("hektar", "гектар", "hectare"),
        new("kilowatt", "кіловат", "kilowatt"),
        new("kilowattime", "кіловат-година", "kilowatt hour"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Precisions = InThreeLanguages.Of<LocationPrecision>(
        new("hromada", "громада", "hromada"),
        new("bare oblast", "лише область", "oblast only"),
        new("intet sted", "без місця", "no place"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> YesOrNo = new Dictionary<string, InThreeLanguages>
    {
        ["true"] = new("ja", "так", "yes"),
        ["false"] = new("nei", "ні", "no"),
    };

    /// <summary>The API's name of what a cell says; the cell itself where it says nothing that is known, so that the rules can tell.</summary>
    public static string NameOf(IReadOnlyDictionary<string, InThreeLanguages> choices, string cell) =>
        choices.Where(choice => choice.Key.Equals(cell, StringComparison.OrdinalIgnoreCase)
                || choice.Value.All.Any(word => word.Equals(cell, StringComparison.OrdinalIgnoreCase) || FirstWord(word).Equals(cell, StringComparison.OrdinalIgnoreCase)))
            .Select(choice => choice.Key).FirstOrDefault() ?? cell;

    private static string FirstWord(string word) => word.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? word[..at] : word;
}
