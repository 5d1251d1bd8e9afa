using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>A small directory with real codes; the statuses are examples.</summary>
public static class Places
{
    public static readonly MunicipalityChanged Vinnytsia = Hromada(
        1, "UA05020030000031457", "Вінницька", "Vinnytska", TerritoryStatus.None, ProgrammeCategory.OutsideWarZone);

    public static readonly MunicipalityChanged Studena = Hromada(
        2, "UA05100110000070795", "Студенянська", "Studenianska", TerritoryStatus.None, ProgrammeCategory.OutsideWarZone);

    public static readonly MunicipalityChanged Nikopol = Hromada(
        3, "UA12080050000062712", "Нікопольська", "Nikopolska", TerritoryStatus.ActiveHostilitiesServicesOn, ProgrammeCategory.WarZone);

    public static readonly MunicipalityChanged Zelenodolsk = Hromada(
        4, "UA12060130000012028", "Зеленодольська", "Zelenodolska", TerritoryStatus.PossibleHostilities, ProgrammeCategory.WarZone);

    public static readonly MunicipalityChanged Melitopol = Hromada(
        5, "UA23080070000068953", "Мелітопольська", "Melitopolska", TerritoryStatus.Occupied, ProgrammeCategory.WarZone);

    public static readonly MunicipalityChanged Lyman = Hromada(
        6, "UA14120110000031497", "Лиманська", "Lymanska", TerritoryStatus.Occupied, ProgrammeCategory.WarZone)
        with { TerritoryCoverage = TerritoryCoverage.Partial };

    public static readonly AreaChanged Water = new(
        "WAT", 1, new LocalizedText("Vannforsyning", "Водопостачання", "Water supply"), "water_and_environment", ["14021"]);

    public static readonly AreaChanged Heating = new(
        "HEA-D", 1, new LocalizedText("Fjernvarme og oppvarming", "Централізоване теплопостачання", "District heating"), "energy", ["23620"]);

    public static IReadOnlyList<MunicipalityChanged> Municipalities =>
        [Vinnytsia, Studena, Nikopol, Zelenodolsk, Melitopol, Lyman];

    public static IReadOnlyList<AreaChanged> Areas => [Water, Heating];

    private static MunicipalityChanged Hromada(
        int number, string code, string uk, string en, TerritoryStatus status, ProgrammeCategory category) => new(
        new Guid(number, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]),
        10,
        Country.Ua,
        MunicipalityKind.Hromada,
        code,
        new LocalizedText(en, uk, en),
        code[2..4],
        new LocalizedText(null, $"область {code[2..4]}", $"oblast {code[2..4]}"),
        null,
        null,
        null,
        null,
        status,
        TerritoryCoverage.Full,
        category);
}
