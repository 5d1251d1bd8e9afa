namespace Kommunebro.Matching.Engine;

/// <summary>At least one shared form of help keeps within the travel that the supplier accepts. A visit by the hromada's people has a condition: they must be allowed to leave the country.</summary>
public sealed class TravelPossible : HardRule
{
    /// <inheritdoc/>
    public override string Code => "travel_possible";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.travel_possible", "reiser ikke dit", "не виїжджає туди", "does not travel there"),
        new("rule.travel_possible.too_far",
            "{supplier} reiser ikke til {hromada}, og uten reise er dette ikke mulig: {modes}.",
            "{supplier} не виїжджає до цієї громади ({hromada}), а без поїздки це неможливо: {modes}.",
            "{supplier} does not travel to {hromada}, and this is not possible without: {modes}."),
        new("rule.travel_possible.leave_country",
            "Avklar først om deltakerne fra {hromada} kan reise ut av Ukraina.",
            "{hromada}: спершу з'ясувати, чи можуть учасники виїхати за межі України.",
            "Ask first whether the participants from {hromada} may leave Ukraine."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit) => fit.ReachableModes.Count > 0
        ? null
        : Sentence.Of(
            "rule.travel_possible.too_far",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Municipality("hromada", fit.Hromada.Id),
            Argument.Modes("modes", fit.SharedModes));

    /// <inheritdoc/>
    public override Sentence? Condition(Fit fit) => fit.Modes.Any(WorkableModes.BringsHromada)
        ? Sentence.Of("rule.travel_possible.leave_country", Argument.Municipality("hromada", fit.Hromada.Id))
        : null;
}
