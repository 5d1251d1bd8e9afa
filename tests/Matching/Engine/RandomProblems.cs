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
            Indexed(suppliers, number => Supplier(number, hromadas)),
            Indexed(hromadas, Hromada),
            Gen.Int[1, hromadas].SelectMany(_ => Indexed(needs, number => Need(number, hromadas, suppliers))),
            Scenario,
            Exclusion(suppliers, hromadas).Array[0, 2],
            (s, h, n, scenario, exclusions) => Given.Problem(
                s, h, n, scenario, exclusions.DistinctBy(exclusion => (exclusion.SupplierId, exclusion.HromadaId))));

    private static Gen<Exclusion> Exclusion(int suppliers, int hromadas) => Gen.Select(
        Gen.Int[1, suppliers], Gen.Int[1, hromadas], Gen.Enum<ExclusionReason>(),
        (supplier, hromada, reason) => new Exclusion(Given.Id(1, supplier), Given.Id(2, hromada), reason, Given.Today.AddDays(1)));

    /// <summary>Now and then one or two of so many municipalities.</summary>
    private static Gen<Guid[]> Some(int kind, int count) => Gen.Int[1, 6 * count].Array[0, 2].Select(numbers =>
        numbers.Where(number => number <= count).Distinct().Select(number => Given.Id(kind, number)).ToArray());

    private static Gen<Tie[]> Ties(int hromadas) => Gen.Select(Some(2, hromadas), Gen.Enum<InitiativeKind>().Array[2], (ids, kinds) =>
        ids.SelectMany((id, at) => new[] { new Tie(id, kinds[at]), new Tie(id, kinds[1 - at]) }).ToArray());

    private static Gen<T[]> Indexed<T>(int count, Func<int, Gen<T>> of) =>
        Enumerable.Range(1, count).Aggregate(
            Gen.Const(Array.Empty<T>()),
            (all, number) => Gen.Select(all, of(number), (items, item) => items.Append(item).ToArray()));

    private static Gen<Scenario> Scenario => Gen.Select(
        Gen.Int[0, 4], Gen.OneOf(0L, 4_000L, 20_000L), Gen.Int[1, 3], Gen.OneOf(0, 500, 700),
        Gen.Select(Gen.OneOf(10, 30, 60), Gen.Int[1, 4], Gen.Int[0, 10]),
        (days, value, partners, floor, shared) => Given.Scenario with
        {
            OverheadDays = days,
            OverheadValue = value,
            MaxPartnersPerHromada = partners,
            FloorPermille = floor,
            Sharing = new SharingRules(shared.Item1, shared.Item2),
            Fairness = new FairnessRules(100 * shared.Item3, StageTolerances.None),
        });

    private static Gen<Supplier> Supplier(int number, int hromadas) => Gen.Select(
        Gen.Int[0, 80],
        Gen.Select(AreaCode, Gen.Int[1, 4], AnyMode.Array[1, 6], Gen.Int[0, 60], Cap).Array[0, 4],
        Gen.Enum<Term>().Array[0, 2],
        Languages,
        Gen.Select(Gen.Int[0, 3], Gen.Enum<Travel>(), Gen.Enum<MunicipalityKind>(), Gen.Int[0, 90_000].Nullable()),
        Gen.Select(Some(2, hromadas), Some(2, hromadas), AreaCode.Array[0, 1], Ties(hromadas)),
        (capacity, areas, terms, languages, other, says) => Given.Supplier(number) with
        {
            Wishes = says.Item1,
            Vetoes = says.Item2,
            Learns = says.Item3,
            Ties = says.Item4,
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
        Gen.Select(Gen.Enum<TerritoryCoverage>(), Gen.Bool, AreaCode.Array[0, 2]),
        (category, oblast, population, status, other) => Given.Hromada(number) with
        {
            Category = category,
            Oblast = oblast,
            Population = population,
            TerritoryStatus = status,
            TerritoryCoverage = other.Item1,
            HasPartner = other.Item2,
            Teaches = other.Item3,
        });

    private static Gen<Need> Need(int number, int hromadas, int suppliers) => Gen.Select(
        Gen.Int[1, hromadas],
        AreaCode,
        Gen.Enum<Horizon>(),
        Gen.Int[1, 4],
        AnyMode.Array[0, 3],
        Gen.Int[1, 45],
        Languages,
        Gen.Select(Gen.Int[-2, 60], Some(1, suppliers), Some(1, suppliers)),
        (hromada, area, horizon, urgency, modes, effort, languages, says) => Given.Need(number, hromada) with
        {
            Wishes = says.Item2,
            Vetoes = says.Item3,
            AreaCode = area,
            Horizon = horizon,
            Urgency = urgency,
            DesiredModes = modes,
            Effort = effort > 40 ? Given.Scenario.Assumptions.Effort(null, null, horizon, area) : PersonDays.Stated(effort),
            Languages = languages,
            NeededBy = says.Item1 > 40 ? null : Given.Today.AddDays(says.Item1),
        });
}
