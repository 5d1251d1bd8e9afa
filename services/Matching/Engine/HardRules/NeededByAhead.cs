namespace Kommunebro.Matching.Engine;

/// <summary>The day by which help is needed has not passed.</summary>
public sealed class NeededByAhead : HardRule
{
    /// <inheritdoc/>
    public override string Code => "needed_by_ahead";

    /// <inheritdoc/>
    public override bool ConcernsNeedAlone => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.needed_by_ahead", "fristen er passert", "строк уже минув", "the day it was needed by has passed"),
        new("rule.needed_by_ahead.passed",
            "Hjelpen trengtes innen {day}, og den dagen er passert.",
            "Допомога була потрібна до {day}, і цей день уже минув.",
            "Help was needed by {day}, and that day has passed."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit) =>
        fit.Need.NeededBy is { } day && day < fit.Problem.Today
            ? Sentence.Of("rule.needed_by_ahead.passed", Argument.Day("day", day))
            : null;
}
