using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Directory;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What the hromada's territory status means for its need.</summary>
/// <param name="Code">Stable name: wholly_occupied, partly_occupied, active_hostilities or possible_hostilities.</param>
/// <param name="Text">The same in words.</param>
public sealed record TerritoryNotice(string Code, LocalizedText Text)
{
    private static readonly TerritoryNotice WhollyOccupied = new("wholly_occupied", new LocalizedText(
        "Hele territoriet er okkupert. Ingenting kobles automatisk; en person hos AUC avgjør, for en flyttet administrasjon eller fordrevne innbyggere.",
        "Уся територія окупована. Автоматичного добору немає; рішення ухвалює працівник АМУ – для переміщеної адміністрації або переміщених мешканців.",
        "The whole territory is occupied. Nothing is matched by itself; a person at AUC decides, for a relocated administration or displaced residents."));

    private static readonly TerritoryNotice PartlyOccupied = new("partly_occupied", new LocalizedText(
        "En del av territoriet er okkupert. En person avgjør.",
        "Частина території окупована. Рішення ухвалює людина.",
        "Part of the territory is occupied. A person decides."));

    private static readonly TerritoryNotice ActiveHostilities = new("active_hostilities", new LocalizedText(
        "Det pågår kamphandlinger. Bare fjernhjelp eller akutt hjelp, ingen reiser.",
        "Тривають бойові дії. Лише дистанційна або невідкладна допомога, без поїздок.",
        "There are active hostilities. Remote or acute help only, no travel."));

    private static readonly TerritoryNotice PossibleHostilities = new("possible_hostilities", new LocalizedText(
        "Kamphandlinger er mulige. Reiser må klareres.",
        "Можливі бойові дії. Поїздки потребують погодження.",
        "Hostilities are possible. Travel needs clearance."));

    /// <summary>The notice for <paramref name="hromada"/>, or null when its territory is not listed.</summary>
    public static TerritoryNotice? For(KnownMunicipality hromada) => hromada.TerritoryStatus switch
    {
        TerritoryStatus.Occupied => hromada.IsWhollyOccupied ? WhollyOccupied : PartlyOccupied,
        TerritoryStatus.ActiveHostilities or TerritoryStatus.ActiveHostilitiesServicesOn => ActiveHostilities,
        TerritoryStatus.PossibleHostilities => PossibleHostilities,
        _ => null,
    };
}
