using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Runs;

/// <summary>A line of a table of figures.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much.</param>
public sealed record FigureRow(string Label, string Value);

/// <summary>Figures of runs as lines of a table.</summary>
public sealed class FigureRows(Words words)
{
    /// <summary>The figures of a plan.</summary>
    public IReadOnlyList<FigureRow> Of(Figures figures) =>
    [
        Row("figures.value", words.Number(figures.Value)),
        .. figures.HasPriceOfFairness
            ? [Row("figures.price", words["figures.at_most", words.Number(figures.PriceOfFairness), words.Number(figures.PriceOfFairnessAtMost)])]
            : Array.Empty<FigureRow>(),
        .. figures.ByCategory.Select(group => new FigureRow(words["figures.coverage", words.Name("category", group.Code)], Share(group.Covered, group.Coverable))),
        .. figures.ByOblast.Select(group => new FigureRow(words["figures.coverage", group.Name], Share(group.Covered, group.Coverable))),
        Row("figures.gini", words["figures.of", words.Number(figures.GiniPermille), words.Number(1000)]),
        Row("figures.tenth", words.Number(figures.TenthPercentileDays)),
        Row("figures.small", Share(figures.SmallUsedDays, figures.SmallAvailableDays)),
        Row("figures.blocking", words.Number(figures.BlockingPairs)),
    ];

    /// <summary>A run that is compared: totals, goals and figures.</summary>
    public IReadOnlyList<FigureRow> Of(ComparedRun run) =>
    [
        Row("figures.matched", Share(run.Matched, run.Needs)),
        Row("figures.helped", Share(run.HromadasHelped, run.Hromadas)),
        Row("figures.used", Share(run.SuppliersUsed, run.Suppliers)),
        Row("proposal.days", words.Number(run.PersonDays)),
        Row("figures.score", words.Number(run.Score)),
        .. run.Stages.Where(stage => stage.Stage != "tie_break").Select(stage => new FigureRow(Goal(stage), Reached(stage))),
        .. run.Figures is { } figures ? Of(figures).Skip(1) : [],
    ];

    private string Goal(StageLevel stage)
    {
        var name = words.Name("run_stage", stage.Stage);
        return stage.Level == 0 ? words["figures.goal", name] : words["figures.goal_level", name, words.Number(stage.Level)];
    }

    private string Reached(StageLevel stage) => stage.GivenUp == 0
        ? Share(stage.Reached, stage.Bound)
        : words["figures.given_up", words.Number(stage.Reached), words.Number(stage.Bound), words.Number(stage.GivenUp)];

    private FigureRow Row(string key, string value) => new(words[key], value);

    private string Share(long part, long whole) => words["figures.of", words.Number(part), words.Number(whole)];
}
