namespace Kommunebro.Matching.Engine;

/// <summary>What the supplier can learn back, e.g. in preparedness. Nothing reports what hromadas offer yet, so every pair says that it is missing.</summary>
public sealed class Reciprocity : Criterion
{
    /// <inheritdoc/>
    public override string Code => CriterionCode.Reciprocity;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.reciprocity", "Gjensidig læring", "Взаємне навчання", "Learning back"),
        new("criterion.reciprocity.unknown",
            "Hva {supplier} kan lære av {hromada}, er ikke registrert.",
            "Немає даних про те, чого {supplier} може навчитися ({hromada}).",
            "What {supplier} can learn from {hromada} is not recorded."),
    ];

    /// <inheritdoc/>
    public override Rating Rate(Fit fit) => Rating.Unknown(Sentence.Of(
        "criterion.reciprocity.unknown",
        Argument.Municipality("supplier", fit.Supplier.Id),
        Argument.Municipality("hromada", fit.Hromada.Id)));
}
