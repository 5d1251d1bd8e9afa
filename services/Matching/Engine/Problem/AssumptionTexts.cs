using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>How an assumption is told.</summary>
internal static class AssumptionTexts
{
    public static IReadOnlyList<Template> Templates { get; } =
    [
        new("assumed.effort_unknown",
            "Innsatsen er ikke oppgitt; {days} er antatt ut fra fagområdet «{area}» og tidshorisonten ({horizon}).",
            "Обсяг роботи не вказано; припущення за напрямом «{area}» і строком ({horizon}): {days}.",
            "The effort is not stated; {days} assumed from the area “{area}” and the horizon ({horizon})."),
        new("assumed.effort_band",
            "Innsatsen er oppgitt som «{band}»; det regnes som {days}.",
            "Обсяг роботи вказано як «{band}»; це пораховано як {days}.",
            "The effort is given as “{band}”; this is taken as {days}."),
        new("assumed.capacity_unknown",
            "Kapasiteten er ikke oppgitt; {days} i året er antatt.",
            "Можливості в людино-днях не вказано; припущення на рік: {days}.",
            "The capacity is not stated; {days} a year assumed."),
        new("assumed.capacity_by_size",
            "Kapasiteten er ikke oppgitt; {days} i året er antatt ut fra størrelsen ({people}).",
            "Можливості в людино-днях не вказано; припущення на рік за розміром ({people}): {days}.",
            "The capacity is not stated; {days} a year assumed from its size ({people})."),
        new("assumed.capacity_band",
            "Kapasiteten er oppgitt som «{band}»; det regnes som {days} i året.",
            "Можливості вказано як «{band}»; на рік це пораховано як {days}.",
            "The capacity is given as “{band}”; this is taken as {days} a year."),
    ];

    public static PersonDays EffortUnknown(int days, Horizon horizon, string areaCode) => new(days, Sentence.Of(
        "assumed.effort_unknown", Days(days), Argument.Area("area", areaCode),
        new Argument("horizon", ArgumentKind.Horizon, WireName.Of(horizon))));

    public static PersonDays EffortBand(int days, Band band) =>
        new(days, Sentence.Of("assumed.effort_band", Days(days), In(band)));

    public static PersonDays CapacityUnknown(int days) => new(days, Sentence.Of("assumed.capacity_unknown", Days(days)));

    public static PersonDays CapacityBySize(int days, int people) => new(days, Sentence.Of(
        "assumed.capacity_by_size", Days(days), Argument.Of("people", ArgumentKind.People, people)));

    public static PersonDays CapacityBand(int days, Band band) =>
        new(days, Sentence.Of("assumed.capacity_band", Days(days), In(band)));

    private static Argument Days(int days) => Argument.Of("days", ArgumentKind.PersonDays, days);

    private static Argument In(Band band) => new("band", ArgumentKind.Band, WireName.Of(band));
}
