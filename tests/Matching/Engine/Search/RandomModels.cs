using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

/// <summary>Random small models in which every limit is tight, with existing partnerships and needs that are shared or met in part; or in which partnerships are free.</summary>
internal static class RandomModels
{
    private const int Groups = 3;

    /// <summary>Models in which partnerships take and cost nothing and cannot be too many, so that areas are all that ties needs together.</summary>
    public static Gen<Model> WithoutPartnerships(int suppliers, int hromadas, int needs) => Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Const(hromadas), Gen.Int[0, 30].Nullable().Array[2]).Array[suppliers],
        Hromada.Select(hromada => hromada with { MaxPartners = suppliers }).Array[hromadas],
        Need(hromadas, shared: true).Array[needs],
        Pair.Array[suppliers * needs],
        Gen.Int[0, suppliers * hromadas],
        (s, h, n, pairs, existing) => Build(s, h, n, pairs, (0, 0L, 0, existing), suppliers, hromadas, shared: true, StageTolerances.None));

    public static Gen<Model> Of(int suppliers, int hromadas, int needs, bool shared = true, StageTolerances? tolerances = null) => Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3], Gen.Int[0, 30].Nullable().Array[2]).Array[suppliers],
        Hromada.Array[hromadas],
        Need(hromadas, shared).Array[needs],
        Pair.Array[suppliers * needs],
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(0L, 300L, 900L), Gen.Int[0, 10], Gen.Int[0, suppliers * hromadas]),
        (s, h, n, pairs, other) => Build(s, h, n, pairs, other, suppliers, hromadas, shared, tolerances ?? StageTolerances.None));

    private static Gen<ModelHromada> Hromada => Gen.Select(
        Gen.Int[1, 2], Gen.Int[0, Groups - 1], Gen.Bool, Gen.Bool, (partners, group, war, without) => new ModelHromada(partners, group, war, without));

    private static Gen<ModelNeed> Need(int hromadas, bool shared) => Gen.Select(
        Gen.Int[0, hromadas - 1], Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[0, 9], Gen.Bool,
        (hromada, met, suppliers, chance, critical) => shared && chance < 4
            ? new ModelNeed(hromada, Share.Whole - met, met, suppliers, IsShared: true, critical)
            : new ModelNeed(hromada, chance == 9 ? 0 : Share.Whole, chance == 9 ? Share.Whole : 0, 1, IsShared: false, critical));

    // Few different values, so that plans of equal value are common and the tie-break has to work.
    private static Gen<(int Chance, int Limit, int Days, long Value)> Pair => Gen.Select(
        Gen.Int[0, 9], Gen.Int[-1, 1], Gen.Int[1, 15], Gen.OneOf(0L, 200L, 400L, 1_000L));

    /// <summary>Ties of which no two different sums over quarters are equal, as long as there are few pairs.</summary>
    private static int TieOf(int position, bool shared) =>
        !shared && position < 28 ? 1 << position : position < 13 ? (int)Math.Pow(Share.Whole + 1, position) : 1 + position * position * position % 1021;

    private static Model Build(
        (int Capacity, int Partnerships, int?[] Limits)[] suppliers,
        ModelHromada[] hromadas,
        ModelNeed[] needs,
        (int Chance, int Limit, int Days, long Value)[] pairs,
        (int Days, long Value, int Outside, int Existing) other,
        int supplierCount,
        int hromadaCount,
        bool shared,
        StageTolerances tolerances)
    {
        var builder = new ModelBuilder(other.Days, other.Value)
        {
            OutsidePermille = 100 * other.Outside, BaseValue = -other.Value, Tolerances = tolerances,
        };
        var limits = new int[supplierCount, 2];
        for (var supplier = 0; supplier < supplierCount; supplier++)
        {
            builder.AddSupplier(suppliers[supplier].Capacity, suppliers[supplier].Partnerships);
            for (var at = 0; at < 2; at++) limits[supplier, at] = suppliers[supplier].Limits[at] is { } days ? builder.AddLimit(days) : -1;
        }
        foreach (var hromada in hromadas) builder.AddHromada(hromada);
        foreach (var need in needs) builder.AddNeed(need);
        foreach (var (position, pair) in pairs.Index())
            if (pair.Chance < 7 && needs[position / supplierCount].Quarters > 0)
                builder.AddPair(new ModelPair(
                    position % supplierCount,
                    position / supplierCount,
                    pair.Limit < 0 ? -1 : limits[position % supplierCount, pair.Limit],
                    pair.Days,
                    pair.Value,
                    TieOf(position, shared),
                    pair.Chance == 0 ? other.Value / 2 : 0,
                    pair.Chance == 0 ? Math.Min(needs[position / supplierCount].Quarters, 2 * (1 + pair.Limit)) : 0));
        if (other.Existing < supplierCount * hromadaCount) builder.AddExisting(other.Existing % supplierCount, other.Existing / supplierCount);
        return builder.Build();
    }
}
