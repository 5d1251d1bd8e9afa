namespace Kommunebro.Matching.Engine;

/// <summary>Area and form of help fit at least as well as the scenario's floor: no bad pairs for the sake of coverage.</summary>
public sealed class FitFloor : HardRule
{
    /// <inheritdoc/>
    public override string Code => "fit_floor";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.fit_floor", "passer for dårlig", "замала відповідність", "fits too poorly"),
        new("rule.fit_floor.below",
            "Fagområde og form for hjelp passer {fit}, og det kreves minst {floor}.",
            "Напрям і форма допомоги відповідають на {fit}, а потрібно щонайменше {floor}.",
            "Area and form of help fit by {fit}, and at least {floor} is required."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        var floor = fit.Problem.Scenario.FloorPermille;
        if (fit.Total >= floor) return null;
        return Sentence.Of(
            "rule.fit_floor.below",
            Argument.Of("fit", ArgumentKind.Permille, fit.Total),
            Argument.Of("floor", ArgumentKind.Permille, floor));
    }
}
