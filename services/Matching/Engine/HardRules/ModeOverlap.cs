namespace Kommunebro.Matching.Engine;

/// <summary>At least one form of help is both wanted and offered; a need without wishes welcomes every form.</summary>
public sealed class ModeOverlap : HardRule
{
    /// <inheritdoc/>
    public override string Code => "mode_overlap";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.mode_overlap", "ingen felles form for hjelp", "немає спільної форми допомоги", "no form of help in common"),
        new("rule.mode_overlap.none",
            "Det ønskes {wanted}, mens {supplier} tilbyr {offered}.",
            "Бажана форма допомоги: {wanted}. {supplier} пропонує інше: {offered}.",
            "Wanted: {wanted}. {supplier} offers something else: {offered}."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit) => fit.SharedModes.Count > 0 || fit.Competence is null
        ? null
        : Sentence.Of(
            "rule.mode_overlap.none",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Modes("wanted", fit.Need.DesiredModes),
            Argument.Modes("offered", fit.Competence.Modes));
}
