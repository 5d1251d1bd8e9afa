namespace Kommunebro.Matching.Engine;

/// <summary>How far plans reach the goals of one problem, whatever they were searched by.</summary>
internal sealed class PlanWorth
{
    private const int Levels = 3;

    private readonly ProblemModel _model;
    private readonly CoverageGroups _groups;
    private readonly int _due;
    private readonly Dictionary<(int Supplier, int Need), int> _positions = [];

    public PlanWorth(ProblemModel model)
    {
        _model = model;
        _groups = new CoverageGroups(model.Model);
        _due = new FairFloors(model.Model).Due();
        for (var pair = 0; pair < model.Model.Pairs; pair++)
            _positions.Add((model.CandidateOf(pair).Supplier, model.CandidateOf(pair).Need), pair);
    }

    /// <summary>Whose pair it is.</summary>
    public (Guid Supplier, Guid Need) IdsOf(int pair)
    {
        var (candidate, problem) = (_model.CandidateOf(pair), _model.Candidates.Problem);
        return (problem.Suppliers[candidate.Supplier].Id, problem.Needs[candidate.Need].Id);
    }

    /// <summary>The choice that a plan makes beside the pins of the problem; what would count for nothing is left out.</summary>
    public Assignment Choice(IEnumerable<(Candidate Candidate, int Quarters)> shares)
    {
        var choice = new Assignment(_model.Model, []);
        foreach (var (candidate, quarters) in shares)
            if (_positions.TryGetValue((candidate.Supplier, candidate.Need), out var pair)) choice.Add(new Share(pair, quarters));
        choice.DropUnmet();
        return choice;
    }

    /// <summary>What each goal reaches, the most important first.</summary>
    public IReadOnlyList<(ObjectiveStage Stage, int Level, long Reached)> Of(Assignment choice)
    {
        var (model, fairness) = (_model.Model, _model.Model.Fairness);
        return
        [
            (ObjectiveStage.CriticalWarZone, 0, Count(hromada => fairness.InWarZone[hromada] && choice.Coverage.IsCovered(hromada, criticalOnly: true))),
            .. _groups.Of(choice).Order().Take(Levels).Select((value, at) => (ObjectiveStage.Coverage, at + 1, (long)value)),
            (ObjectiveStage.OutsideShare, 0, Math.Min(
                _due, Count(hromada => !fairness.InWarZone[hromada] && choice.Coverage.IsCovered(hromada, criticalOnly: false)))),
            (ObjectiveStage.Value, 0, choice.Value),
        ];

        int Count(Func<int, bool> isCounted) => Enumerable.Range(0, model.Hromadas).Count(isCounted);
    }
}
