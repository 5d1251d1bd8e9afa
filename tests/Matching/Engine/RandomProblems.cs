using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>Random worlds of a given size, tight enough that every limit bites now and then.</summary>
internal static class RandomProblems
{
    private static readonly Gen<string> AreaCode = Gen.OneOf([.. Given.Areas.Select(area => area.Code)]);
    private static readonly Gen<Mode> AnyMode = Gen.Enum<Mode>();
    private static readonly Gen<string[]> Languages = Gen.OneOf("en", "uk", "pl", "nb").Array[0, 3];

    public static Gen<Problem> Of(int suppliers, int hromadas, int needs) =>
        Gen.Select(
            Indexed(suppliers, Supplier),
            Indexed(hromadas, Hromada),
            Gen.Int[1, hromadas].SelectMany(_ => Indexed(needs, number => Need(number, hromadas))),
            Scenario,
            (s, h, n, scenario) => Given.Problem(s, h, n, scenario));

    private static Gen<T[]> Indexed<T>(int count, Func<int, Gen<T>> of) =>
        Enumerable.Range(1, count).Aggregate(
            Gen.Const(Array.Empty<T>()),
            (all, number) => Gen.Select(all, of(number), (items, item) => items.Append(item).ToArray()));

    private static Gen<Scenario> Scenario => Gen.Select(
        Gen.Int[0, 4], Gen.OneOf(0L, 4_000L, 20_000L), Gen.Int[1, 3], Gen.OneOf(0, 500, 700),
        (days, value, partners, floor) => Given.Scenario with
        {
            OverheadDays = days, OverheadValue = value, MaxPartnersPerHromada = partners, FloorPermille = floor,
        });

    private static Gen<Supplier> Supplier(int number) => Gen.Select(
        Gen.Int[0, 80],
        Gen.Select(AreaCode, Gen.Int[1, 4], AnyMode.Array[1, 6], Gen.Int[0, 60], Cap).Array[0, 4],
        Gen.Enum<Term>().Array[0, 2],
        Languages,
        Gen.Select(Gen.Int[0, 3], Gen.Enum<Travel>(), Gen.Enum<MunicipalityKind>(), Gen.Int[0, 90_000].Nullable()),
        (capacity, areas, terms, languages, other) => Given.Supplier(number) with
        {
            Capacity = PersonDays.Stated(capacity),
            Areas = [.. areas.DistinctBy(area => area.AreaCode)],
            Terms = terms,
            Languages = languages,
            MaxPartnerships = other.Item1,
            Travel = other.Item2,
            Kind = other.Item3,
            Population = other.Item4,
        });

    private static Competence Cap(string area, int level, Mode[] modes, int days) => new(area, level, modes, days < 20 ? null : days);

    private static Gen<Hromada> Hromada(int number) => Gen.Select(
        Gen.Enum<ProgrammeCategory>().Nullable(),
        Gen.OneOf("53", "46", "63"),
        Gen.Int[0, 200_000].Nullable(),
        Gen.OneOf(
            TerritoryStatus.None, TerritoryStatus.None, TerritoryStatus.None, TerritoryStatus.PossibleHostilities,
            TerritoryStatus.ActiveHostilities, TerritoryStatus.ActiveHostilitiesServicesOn, TerritoryStatus.Occupied),
        Gen.Select(Gen.Enum<TerritoryCoverage>(), Gen.Bool),
        (category, oblast, population, status, other) => Given.Hromada(number) with
        {
            Category = category,
            Oblast = oblast,
            Population = population,
            TerritoryStatus = status,
            TerritoryCoverage = other.Item1,
            HasPartner = other.Item2,
        });

    private static Gen<Need> Need(int number, int hromadas) => Gen.Select(
        Gen.Int[1, hromadas],
        AreaCode,
        Gen.Enum<Horizon>(),
        Gen.Int[1, 4],
        AnyMode.Array[0, 3],
        Gen.Int[1, 45],
        Languages,
        Gen.Int[-2, 60],
        (hromada, area, horizon, urgency, modes, effort, languages, days) => Given.Need(number, hromada) with
        {
            AreaCode = area,
            Horizon = horizon,
            Urgency = urgency,
            DesiredModes = modes,
            Effort = effort > 40 ? Given.Scenario.Assumptions.Effort(null, null, horizon, area) : PersonDays.Stated(effort),
            Languages = languages,
            NeededBy = days > 40 ? null : Given.Today.AddDays(days),
        });
}
