using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>What registry and needs-intake would tell, to be made different in one thing by a test.</summary>
internal static class World
{
    public static readonly DateTimeOffset Expiry = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly AreaChanged Water = new(
        "WAT", 1, new LocalizedText("Vannforsyning", "Водопостачання", "Water supply"), "infrastructure", ["14021"]);

    public static readonly AreaChanged Health = new(
        "MHP", 1, new LocalizedText("Psykisk helse", "Психічне здоров'я", "Mental health"), "people", ["12340"]);

    public static readonly MunicipalityChanged Norheim = Municipality(1, "Norheim", "Нургейм");

    public static readonly MunicipalityChanged Sorvik = Municipality(2, "Sorvik", "Сорвік");

    public static readonly MunicipalityChanged Zelena = Hromada(1, "Zelena", "Зелена");

    public static readonly MunicipalityChanged Vyshneva = Hromada(2, "Vyshneva", "Вишнева");

    public static Guid Id(int kind, int number) => new(kind, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number]);

    public static MunicipalityChanged Municipality(int number, string latin, string cyrillic) => new(
        Id(1, number), 1, Country.No, MunicipalityKind.Municipality, $"{4600 + number}",
        new LocalizedText(latin, cyrillic, latin), "46", new LocalizedText("Vestland", "Вестланд", "Vestland"),
        20_000, 2026, 60.5, 5.25, TerritoryStatus.None, TerritoryCoverage.Full, null);

    public static MunicipalityChanged Hromada(int number, string latin, string cyrillic) => new(
        Id(2, number), 1, Country.Ua, MunicipalityKind.Hromada, $"UA46{number:D15}",
        new LocalizedText(latin, cyrillic, latin), "46", new LocalizedText("Lvivska", "Львівська", "Lvivska"),
        18_000, 2022, 49.5, 24.25, TerritoryStatus.None, TerritoryCoverage.Full, ProgrammeCategory.OutsideWarZone);

    public static OfferChanged OfferOf(MunicipalityChanged supplier) => new(
        Id(3, supplier.MunicipalityId.ToByteArray()[^1]), 1, supplier.MunicipalityId, true,
        [new OfferedArea("WAT", 3, [Mode.AdviceRemote, Mode.ExpertVisit], null)],
        100, null, [Term.Short, Term.Long], ["en"], 3, Travel.UkraineAny, false);

    public static NeedVerified NeedOf(MunicipalityChanged hromada, int number = 1) => new(
        Id(4, number), 2, hromada.MunicipalityId,
        new LocalizedText("Nye pumper", "Нові насоси", "New pumps"), "WAT", Horizon.Medium, 2, [Mode.AdviceRemote],
        20, null, ["uk", "en"], Sensitivity.Partners, null, Expiry, false);

    /// <summary>Two suppliers, two hromadas, a need of one of them, and the areas.</summary>
    public static IReadOnlyList<object> Small =>
        [Water, Health, Norheim, Sorvik, Zelena, Vyshneva, OfferOf(Norheim), OfferOf(Sorvik), NeedOf(Zelena)];
}
