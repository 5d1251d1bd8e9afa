using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Likeness in size: how many times larger the larger one is, in equal steps on a logarithmic scale (whole numbers only, so that every machine agrees).</summary>
public sealed class ProfileSimilarity : Criterion
{
    // Each step is 10^(1/5): the larger one is at most so many hundredths of the smaller one.
    private static readonly (int Hundredths, int Raw)[] Steps = [(158, 1000), (251, 800), (398, 600), (631, 400), (1000, 200)];

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

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var hromada = Argument.Municipality("hromada", fit.Hromada.Id);
        if (fit.Supplier.Kind is not MunicipalityKind.Municipality)
            return Rating.Unknown(Sentence.Of("criterion.profile_similarity.other_kind", supplier));
        if (fit.Supplier.Population is not { } ours || fit.Hromada.Population is not { } theirs)
            return Rating.Unknown(Sentence.Of("criterion.profile_similarity.unknown", supplier, hromada));
        return Rating.Of(Likeness(ours, theirs), Sentence.Of(
            "criterion.profile_similarity.compared",
            supplier,
            Argument.Of("supplier_people", ArgumentKind.People, ours),
            hromada,
            Argument.Of("hromada_people", ArgumentKind.People, theirs)));
    }

    private static int Likeness(long one, long other)
    {
        var (smaller, larger) = (Math.Min(one, other), Math.Max(one, other));
        foreach (var (hundredths, raw) in Steps)
            if (larger * 100 <= smaller * hundredths)
                return raw;
        return 0;
    }
}
