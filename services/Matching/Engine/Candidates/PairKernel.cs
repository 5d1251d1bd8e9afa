using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Scores all rows of a table for one need: the sum of the criteria's points, or <see cref="NoPair"/> where a hard rule fails. Written
/// twice, for vectors and for single rows; both give the same, and the same as the criteria themselves.
/// </summary>
internal static class PairKernel
{
    /// <summary>The score of a row that makes no pair.</summary>
    public const ushort NoPair = ushort.MaxValue;

    private const int MostSteps = 20;

    /// <summary>Scores with vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Levels Score(in KernelInput input, Span<ushort> scores)
    {
        var (probe, table) = (input.Probe, input.Table);
        ref var modes = ref MemoryMarshal.GetArrayDataReference(probe.IsWestern ? table.ModesInWest : table.ModesElsewhere);
        var (none, one) = (Vector512<ushort>.Zero, Vector512<ushort>.One);
        var (bestSize, bestLanguage, bestCategory) = (none, none, none);
        var (term, works) = (Vector512.Create(probe.Term), Vector512.Create(probe.ModesThatWork));
        var (step, mostSteps, sizeWeight) = (Vector512.Create(probe.SizeStep ?? 0), Vector512.Create((ushort)MostSteps), Vector512.Create(input.SizeWeight));
        for (var row = input.First; row < table.Count; row += Vector512<ushort>.Count)
        {
            var offered = Vector512.LoadUnsafe(ref modes, (nuint)row) & works;
            var count = probe.Wanted.Length == 0 ? one & ~Vector512.Equals(offered, none) : none;
            foreach (var wanted in probe.Wanted) count += one & ~Vector512.Equals(offered & Vector512.Create(wanted), none);
            var (lasting, brief, least) = (none, none, Vector512.Create(NoPair));
            for (var workable = 1; workable < probe.PointsIfLasting.Length; workable++)
            {
                var isSo = Vector512.Equals(count, Vector512.Create((ushort)workable));
                lasting |= isSo & Vector512.Create(probe.PointsIfLasting[workable]);
                brief |= isSo & Vector512.Create(probe.PointsIfShort[workable]);
                least = Vector512.ConditionalSelect(isSo, Vector512.Create(probe.LeastAreaTwice[workable]), least);
            }
            var isPair = Vector512.GreaterThanOrEqual(Load(table.AreaTwice, row), least)
                & ~Vector512.Equals(Load(table.Terms, row) & term, none) & Load(input.Allowed, row);
            var steps = Load(table.SizeSteps, row);
            steps = Vector512.Min(Vector512.Max(steps, step) - Vector512.Min(steps, step), mostSteps);
            var size = (mostSteps - steps) * sizeWeight + one >> 1 & isPair;
            var language = Load(input.Language, row) & isPair;
            var category = Load(input.Category, row) & isPair;
            var sum = Load(table.AreaPoints, row) + Load(input.Capacity, row) + Load(input.Tie, row) + Load(input.Learning, row)
                + Vector512.ConditionalSelect(Load(table.Lasts, row), lasting, brief) + size + language + category;
            Vector512.ConditionalSelect(isPair, sum, Vector512.Create(NoPair)).StoreUnsafe(ref scores[row]);
            (bestSize, bestLanguage, bestCategory) =
                (Vector512.Max(bestSize, size), Vector512.Max(bestLanguage, language), Vector512.Max(bestCategory, category));
        }
        return new Levels(Most(bestSize), Most(bestLanguage), Most(bestCategory));
    }

    /// <summary>Scores row by row.</summary>
    public static Levels ScoreSingly(in KernelInput input, Span<ushort> scores)
    {
        var (probe, table) = (input.Probe, input.Table);
        var modes = probe.IsWestern ? table.ModesInWest : table.ModesElsewhere;
        var levels = default(Levels);
        for (var row = input.First; row < table.Count; row++)
        {
            var offered = modes[row] & probe.ModesThatWork;
            var count = probe.Wanted.Length == 0 ? offered == 0 ? 0 : 1 : probe.Wanted.Count(wanted => (offered & wanted) != 0);
            scores[row] = NoPair;
            if (count == 0 || table.AreaTwice[row] < probe.LeastAreaTwice[count]) continue;
            if ((table.Terms[row] & probe.Term) == 0 || input.Allowed[row] == 0) continue;
            var steps = Math.Min(Math.Abs(table.SizeSteps[row] - (probe.SizeStep ?? 0)), MostSteps);
            var size = (MostSteps - steps) * input.SizeWeight + 1 >> 1;
            scores[row] = (ushort)(table.AreaPoints[row] + input.Capacity[row] + input.Tie[row] + input.Learning[row]
                + (table.Lasts[row] != 0 ? probe.PointsIfLasting[count] : probe.PointsIfShort[count])
                + size + input.Language[row] + input.Category[row]);
            levels = levels.With(size, input.Language[row], input.Category[row]);
        }
        return levels;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Load(ushort[] column, int row) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)row);

    private static int Most(Vector512<ushort> values)
    {
        var most = 0;
        for (var lane = 0; lane < Vector512<ushort>.Count; lane++) most = Math.Max(most, values[lane]);
        return most;
    }
}

/// <summary>What is scored: a need, its table, and the columns that this need brings.</summary>
/// <param name="Probe">The need.</param>
/// <param name="Table">The offers.</param>
/// <param name="First">The first row with enough days.</param>
/// <param name="SizeWeight">Weight of likeness in size; 0 where the hromada's size is not known.</param>
/// <param name="Capacity">Points for capacity.</param>
/// <param name="Language">Points for a common language.</param>
/// <param name="Category">Points for the category.</param>
/// <param name="Tie">Points for ties.</param>
/// <param name="Learning">Points for what can be learnt.</param>
/// <param name="Allowed">All bits where nothing particular to the two stands in the way.</param>
internal readonly record struct KernelInput(
    NeedProbe Probe,
    OfferTable Table,
    int First,
    ushort SizeWeight,
    ushort[] Capacity,
    ushort[] Language,
    ushort[] Category,
    ushort[] Tie,
    ushort[] Learning,
    ushort[] Allowed);

/// <summary>The most points that any pair of a need has in each criterion that looks at the town's own traits.</summary>
internal readonly record struct Levels(int Size, int Language, int Category)
{
    public Levels With(int size, int language, int category) =>
        new(Math.Max(Size, size), Math.Max(Language, language), Math.Max(Category, category));
}
