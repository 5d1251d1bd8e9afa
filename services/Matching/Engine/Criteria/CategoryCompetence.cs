using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Competence in what the hromada's category needs most: rebuilding in the war zone; displaced people, trauma and institutions outside it. A quarter for each level of the strongest such area.</summary>
public sealed class CategoryCompetence : Criterion
{
    /// <inheritdoc/>
    public override string Code => CriterionCode.CategoryCompetence;

    /// <inheritdoc/>
    public override bool DependsOnTown => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.category_competence", "Kategori", "Категорія", "Category"),
        new("criterion.category_competence.has",
            "{supplier} er {level} innen «{area}», som kommuner {category} særlig trenger.",
            "«{area}» — напрям, особливо потрібний громадам {category}. Рівень ({supplier}): {level}.",
            "{supplier} is {level} in “{area}”, which municipalities {category} need most."),
        new("criterion.category_competence.none",
            "{supplier} har ikke meldt inn noe av det kommuner {category} særlig trenger.",
            "{supplier} не заявляє напрямів, особливо потрібних громадам {category}.",
            "{supplier} has reported none of what municipalities {category} need most."),
        new("criterion.category_competence.unknown",
            "Programkategorien til {hromada} er ikke bestemt.",
            "{hromada}: категорію в програмі ще не визначено.",
            "The programme category of {hromada} has not been decided."),
    ];

    /// <summary>The supplier's strongest competence in what the category needs most; null when it has none.</summary>
    internal static Competence? Strongest(Supplier supplier, Scenario scenario, ProgrammeCategory category) => supplier.Areas
        .Where(competence => scenario.CategoryAreas[category].Contains(competence.AreaCode))
        .OrderByDescending(competence => competence.Level)
        .ThenBy(competence => competence.AreaCode, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The finding for it.</summary>
    internal static int RawOf(Competence? strongest) => strongest is null ? 0 : Full / 4 * strongest.Level;

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        if (fit.Hromada.Category is not { } category)
            return Rating.Unknown(Sentence.Of(
                "criterion.category_competence.unknown", Argument.Municipality("hromada", fit.Hromada.Id)));
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var zone = new Argument("category", ArgumentKind.Category, WireName.Of(category));
        var strongest = Strongest(fit.Supplier, fit.Problem.Scenario, category);
        if (strongest is null) return Rating.Of(0, Sentence.Of("criterion.category_competence.none", supplier, zone));
        return Rating.Of(RawOf(strongest), Sentence.Of(
            "criterion.category_competence.has",
            supplier,
            Argument.Of("level", ArgumentKind.Level, strongest.Level),
            Argument.Area("area", strongest.AreaCode),
            zone));
    }
}
