using CsCheck;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

/// <summary>Random master models in which every limit is tight.</summary>
internal static class RandomModels
{
    private const int AreasOfSupplier = 2;

    public static Gen<MasterModel> Of(int suppliers, int hromadas, int needs) => Gen.Select(
        Supplier.Array[suppliers],
        Gen.Select(Gen.Int[1, 2], Gen.Bool, Gen.Bool, (most, war, without) => new MasterHromada(most, war, without)).Array[hromadas],
        Gen.Select(Gen.Int[0, hromadas - 1], Gen.Bool, (hromada, critical) => new MasterNeed(hromada, critical)).Array[needs],
        Candidate.Array[suppliers * needs],
        Gen.Int[0, 3],
        Gen.OneOf(0L, 300L, 900L),
        (s, h, n, candidates, days, value) => new MasterModel(s, h, n, [.. Pairs(candidates, suppliers)], days, value));

    private static Gen<MasterSupplier> Supplier => Gen.Select(
        Gen.Int[0, 40],
        Gen.Int[0, 30].Nullable().Array[AreasOfSupplier],
        Gen.Int[0, 3],
        (capacity, areas, partnerships) => new MasterSupplier(capacity, areas, partnerships));

    // Few different values, so that ties are common and the tie-break has to work.
    private static Gen<(bool Exists, int Area, int Days, long Value, int Tie)> Candidate => Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, AreasOfSupplier - 1], Gen.Int[1, 15], Gen.OneOf(0L, 200L, 400L, 1_000L), Gen.Int[1, 1 << 30],
        (chance, area, days, value, tie) => (chance < 7, area, days, value, tie));

    private static IEnumerable<MasterPair> Pairs((bool Exists, int Area, int Days, long Value, int Tie)[] candidates, int suppliers)
    {
        foreach (var (position, pair) in candidates.Index())
            if (pair.Exists)
                yield return new MasterPair(position % suppliers, position / suppliers, pair.Area, pair.Days, pair.Value, pair.Tie);
    }
}
