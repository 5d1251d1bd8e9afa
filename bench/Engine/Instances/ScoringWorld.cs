using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>
/// Suppliers, hromadas and needs of the synthetic family with all that the criteria and hard rules look at, under the default scenario:
/// what candidates are found in.
/// </summary>
internal sealed class ScoringWorld
{
    private const int HromadaCount = 1469;
    private const int AreasOfAGroup = 3;

    private static readonly string[] AreaCodes = ["WAT", "SAN", "ENE", "REC", "HOU", "PLA", "SOC", "MHP", "IDP", "GOV", "DEM", "FIN"];
    private static readonly string[] LanguageCodes = ["en", "uk", "pl"];
    private static readonly LocalizedText NoName = new("-", "-", "-");

    private readonly InstanceRandom _random;

    private ScoringWorld(int seed) => _random = new InstanceRandom(seed);

    /// <summary>A world of that size; the same seed gives the same.</summary>
    public static Problem Of(int suppliers, int needs, int seed)
    {
        var world = new ScoringWorld(seed);
        Supplier[] helpers = [.. Enumerable.Range(0, suppliers).Select(world.Supplier)];
        SyntheticHromada[] hromadas = [.. Enumerable.Range(0, HromadaCount).Select(_ => SyntheticHromada.Draw(world._random))];
        return new Problem(
            new DateOnly(2026, 9, 1),
            DefaultScenario.Scenario,
            AreaCodes.Select((code, at) => new Area(code, $"group {at / AreasOfAGroup}", NoName)),
            helpers,
            hromadas.Select(world.Hromada),
            Enumerable.Range(0, needs).Select(need => world.Need(need, hromadas)));
    }

    private Supplier Supplier(int number)
    {
        var drawn = SyntheticSupplier.Draw(_random);
        return new Supplier(
            Id(1, number),
            $"{number}",
            NoName,
            MunicipalityKind.Municipality,
            (int)drawn.People,
            PersonDays.Stated(drawn.Days),
            [.. AreaCodes.Select((code, area) => new Competence(code, drawn.Levels[area], Modes(0.5), drawn.Limits[area]?.Days)).Where(own => own.Level > 0)],
            Chance(0.8) ? [Term.Short, Term.Long] : Chance(0.5) ? [Term.Short] : [],
            Languages(drawn.Languages),
            drawn.Partnerships,
            Chance(0.6) ? Travel.UkraineAny : Chance(0.5) ? Travel.UkraineWest : Travel.None)
        {
            Wishes = Chance(0.1) ? [Id(2, _random.Below(HromadaCount))] : [],
            Vetoes = Chance(0.05) ? [Id(2, _random.Below(HromadaCount))] : [],
            Learns = Chance(0.1) ? [AreaCodes[_random.Below(AreaCodes.Length)]] : [],
        };
    }

    private Hromada Hromada(SyntheticHromada drawn, int number) => new(
        Id(2, number),
        $"{number}",
        NoName,
        drawn.InWarZone ? ProgrammeCategory.WarZone : ProgrammeCategory.OutsideWarZone,
        $"{drawn.Oblast:00}",
        (int)drawn.People,
        !drawn.InWarZone ? TerritoryStatus.None : Chance(0.1) ? TerritoryStatus.ActiveHostilities : TerritoryStatus.PossibleHostilities,
        TerritoryCoverage.Full,
        !drawn.WithoutPartner)
    {
        Teaches = Chance(0.1) ? [AreaCodes[_random.Below(AreaCodes.Length)]] : [],
    };

    private Need Need(int number, SyntheticHromada[] hromadas)
    {
        var hromada = number % HromadaCount;
        var drawn = SyntheticNeed.Draw(_random, hromada, hromadas[hromada]);
        return new Need(
            Id(3, number),
            Id(2, hromada),
            AreaCodes[drawn.Area],
            (Horizon)_random.Below(3),
            drawn.Urgency,
            Chance(0.3) ? [] : Modes(0.3),
            PersonDays.Stated(drawn.Days),
            Languages(hromadas[hromada].Languages),
            NeededBy: null,
            new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>Each form of help with the same chance, one at least.</summary>
    private Mode[] Modes(double chance)
    {
        Mode[] modes = [.. Enum.GetValues<Mode>().Where(_ => Chance(chance))];
        return modes.Length > 0 ? modes : [(Mode)_random.Below(Enum.GetValues<Mode>().Length)];
    }

    private bool Chance(double chance) => _random.Uniform() < chance;

    private static string[] Languages(int bits) => [.. LanguageCodes.Where((_, at) => (bits & 1 << at) != 0)];

    private static Guid Id(short kind, int number) => new(number, kind, 0, new byte[8]);
}
