using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>Two municipalities, one in each country.</summary>
internal static class Places
{
    public static readonly MunicipalityChanged Vinnytsia = Of(
        1, Country.Ua, MunicipalityKind.Hromada, "UA05020030000031457", new LocalizedText("Vinnytska", "Вінницька", "Vinnytsia"));

    public static readonly MunicipalityChanged Bergen = Of(
        2, Country.No, MunicipalityKind.Municipality, "4601", new LocalizedText("Bergen", "Берген", "Bergen"));

    public static readonly IReadOnlyList<MunicipalityChanged> All = [Vinnytsia, Bergen];

    private static MunicipalityChanged Of(int number, Country country, MunicipalityKind kind, string code, LocalizedText names) => new(
        new Guid(number, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]), 1, country, kind, code, names, "05", names,
        null, null, null, null, TerritoryStatus.None, TerritoryCoverage.Full, null);
}
