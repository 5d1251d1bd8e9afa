using System.Numerics;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Likeness in size: how many steps of a twentieth of a power of ten lie between the two; full at none, nothing from ten times the size on.</summary>
public sealed class ProfileSimilarity : Criterion
{
    private const int StepsPerPowerOfTen = 20;

    // The least population of each step, in whole numbers, so that every machine agrees: the smallest n with n^20 ≥ 10^step.
    private static readonly int[] Ladder = [.. Enumerable.Range(0, 187).Select(FirstOfStep)];

    /// <inheritdoc/>
    public override string Code => CriterionCode.ProfileSimilarity;

    /// <inheritdoc/>
    public override bool DependsOnTown => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.profile_similarity", "Størrelse", "Розмір", "Size"),
        new("criterion.profile_similarity.compared",
            "{supplier} har {supplier_people}, {hromada} har {hromada_people}.",
            "{supplier}: {supplier_people}; {hromada}: {hromada_people}.",
            "{supplier} has {supplier_people}, {hromada} has {hromada_people}."),
        new("criterion.profile_similarity.unknown",
            "Folketallet er ikke kjent for både {supplier} og {hromada}, så størrelsen er ikke sammenlignet.",
            "Кількість мешканців відома не для обох ({supplier}, {hromada}), тому розмір не порівнювали.",
            "The population is not known for both {supplier} and {hromada}, so their size is not compared."),
        new("criterion.profile_similarity.other_kind",
            "{supplier} er ikke en kommune, så størrelsen er ikke sammenlignet.",
            "{supplier} не є муніципалітетом, тому розмір не порівнювали.",
            "{supplier} is not a municipality, so size is not compared."),
    ];

    /// <summary>The step that a population stands on, 0 for none.</summary>
    internal static int StepOf(int population)
    {
        var at = Array.BinarySearch(Ladder, population);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The step of a supplier's size; null where size is not compared.</summary>
    internal static int? StepOf(Supplier supplier) =>
        supplier is { Kind: MunicipalityKind.Municipality, Population: { } people } ? StepOf(people) : null;

    /// <summary>The finding for sizes that lie so many steps apart, either way.</summary>
    internal static int RawOf(int steps) => Math.Max(0, Full - Full / StepsPerPowerOfTen * Math.Abs(steps));

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var hromada = Argument.Municipality("hromada", fit.Hromada.Id);
        if (fit.Supplier.Kind is not MunicipalityKind.Municipality)
            return Rating.Unknown(Sentence.Of("criterion.profile_similarity.other_kind", supplier));
        if (fit.Supplier.Population is not { } ours || fit.Hromada.Population is not { } theirs)
            return Rating.Unknown(Sentence.Of("criterion.profile_similarity.unknown", supplier, hromada));
        return Rating.Of(RawOf(StepOf(ours) - StepOf(theirs)), Sentence.Of(
            "criterion.profile_similarity.compared",
            supplier,
            Argument.Of("supplier_people", ArgumentKind.People, ours),
            hromada,
            Argument.Of("hromada_people", ArgumentKind.People, theirs)));
    }

    private static int FirstOfStep(int step)
    {
        var wanted = BigInteger.Pow(10, step);
        var (low, high) = (1, int.MaxValue);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (BigInteger.Pow(middle, StepsPerPowerOfTen) >= wanted) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
