namespace Kommunebro.Matching.Engine;

/// <summary>Earlier ties: twin towns, resettled refugees, a shared third partner. Nothing reports them yet, so every pair says that they are missing.</summary>
public sealed class PriorTie : Criterion
{
    /// <inheritdoc/>
    public override string Code => CriterionCode.PriorTie;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.prior_tie", "Tidligere bånd", "Попередні зв'язки", "Earlier ties"),
        new("criterion.prior_tie.unknown",
            "Det er ikke registrert om {supplier} og {hromada} har hatt kontakt før.",
            "Немає даних про те, чи мали {supplier} і {hromada} зв'язки раніше.",
            "Whether {supplier} and {hromada} have had ties before is not recorded."),
    ];

    /// <inheritdoc/>
    public override Rating Rate(Fit fit) => Rating.Unknown(Sentence.Of(
        "criterion.prior_tie.unknown",
        Argument.Municipality("supplier", fit.Supplier.Id),
        Argument.Municipality("hromada", fit.Hromada.Id)));
}
