using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>
/// The synthetic family: suppliers and hromadas whose sizes, capacities and needs follow those of the two countries, as far as they are
/// known. Case A has capacities alone, case B limits and overhead of partnerships, too. The same seed gives the same instance.
/// </summary>
/// <param name="Suppliers">How many suppliers.</param>
/// <param name="Needs">How many needs; of 1,469 hromadas or of as many as there are needs, each with as many as the others.</param>
/// <param name="HasPartnerships">Case B.</param>
/// <param name="Seed">The seed.</param>
public sealed record SyntheticFamily(int Suppliers, int Needs, bool HasPartnerships, int Seed)
{
    internal const int Areas = 12;

    private const int AllHromadas = 1469;
    private const int Overhead = 300;
    private const double VetoShare = 0.03;

    /// <summary>Tells the instance apart from others.</summary>
    public string Name => $"synthetic-{Suppliers}x{Needs}-{(HasPartnerships ? 'B' : 'A')}-{Seed}";

    /// <summary>The instance.</summary>
    public Model Build()
    {
        var random = new InstanceRandom(Seed);
        var hromadaCount = Math.Min(AllHromadas, Needs);
        var perHromada = Needs / hromadaCount;
        var builder = new ModelBuilder(0, HasPartnerships ? Overhead : 0) { OutsidePermille = 600 };
        SyntheticSupplier[] suppliers = [.. Enumerable.Range(0, Suppliers).Select(_ => SyntheticSupplier.Draw(random))];
        foreach (var supplier in suppliers) supplier.AddTo(builder, HasPartnerships);
        SyntheticHromada[] hromadas = [.. Enumerable.Range(0, hromadaCount).Select(_ => SyntheticHromada.Draw(random))];
        foreach (var hromada in hromadas) builder.AddHromada(hromada.ForModel);
        SyntheticNeed[] needs = [.. Enumerable.Range(0, hromadaCount * perHromada)
            .Select(need => SyntheticNeed.Draw(random, need / perHromada, hromadas[need / perHromada]))];
        foreach (var need in needs) builder.AddNeed(need.ForModel);
        for (var supplier = 0; supplier < Suppliers; supplier++)
            for (var hromada = 0; hromada < hromadaCount; hromada++)
                AddPairs(builder, random, (supplier, suppliers[supplier]), hromadas[hromada], needs, hromada * perHromada, perHromada);
        return builder.Build();
    }

    private static void AddPairs(
        ModelBuilder builder,
        InstanceRandom random,
        (int At, SyntheticSupplier Is) supplier,
        SyntheticHromada hromada,
        SyntheticNeed[] needs,
        int first,
        int count)
    {
        var score = supplier.Is.ScoreBeside(hromada, random);
        if (random.Uniform() < VetoShare) return;
        for (var need = first; need < first + count; need++)
        {
            var (level, limit) = (supplier.Is.Levels[needs[need].Area], supplier.Is.Limits[needs[need].Area]);
            if (level == 0 || needs[need].Days > Math.Min(supplier.Is.Days, limit?.Days ?? int.MaxValue)) continue;
            var value = (long)Math.Round((150 * level + score + 80) * needs[need].Weight);
            builder.AddPair(new ModelPair(supplier.At, need, limit?.Position ?? -1, needs[need].Days, value, 1 + (int)(random.Bits() >> 34)));
        }
    }
}
