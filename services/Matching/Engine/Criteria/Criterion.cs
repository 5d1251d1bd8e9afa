namespace Kommunebro.Matching.Engine;

/// <summary>One reason to prefer a supplier for a need.</summary>
public abstract class Criterion
{
    /// <summary>The most a criterion can give before it is weighed.</summary>
    public const int Full = 1000;

    /// <summary>One of <see cref="CriterionCode"/>.</summary>
    public abstract string Code { get; }

    /// <summary>What the criterion can say. The template "criterion.&lt;code&gt;" is its title.</summary>
    public abstract IReadOnlyList<Template> Templates { get; }

    /// <summary>
    /// Whether it looks at traits of the town itself (its size, its languages, its category). Such points rank suppliers
    /// for the town; they are levelled between towns (see <see cref="Pair.Levelling"/>), so that no town ranks lower by them.
    /// </summary>
    public virtual bool DependsOnTown => false;

    /// <summary>Rates an eligible pair.</summary>
    public abstract Rating Rate(Fit fit);
}

/// <summary>What a criterion finds.</summary>
/// <param name="Raw">Permille, 0 to 1000.</param>
/// <param name="Missing">True when the data to judge by is missing; then <paramref name="Raw"/> is 0, not a guess.</param>
/// <param name="Reasons">Why, in one sentence or two.</param>
public sealed record Rating(int Raw, bool Missing, IReadOnlyList<Sentence> Reasons)
{
    /// <summary>A finding.</summary>
    public static Rating Of(int raw, params Sentence[] reasons) => new(raw, Missing: false, reasons);

    /// <summary>No finding, and what is missing.</summary>
    public static Rating Unknown(Sentence whatIsMissing) => new(0, Missing: true, [whatIsMissing]);
}
