namespace Kommunebro.Matching.Engine;

/// <summary>How far plans reach the goals of one problem, whatever they were searched by.</summary>
internal sealed class PlanWorth
{
    private readonly ProblemModel _model;
    private readonly GoalCount _goals;

    public PlanWorth(ProblemModel model)
    {
        _model = model;
        _goals = new GoalCount(model.Model);
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
            if (_model.PairOf(candidate) is { } pair) choice.Add(new Share(pair, quarters));
        choice.DropUnmet();
        return choice;
    }

    /// <summary>What each goal reaches, and what no plan can exceed as far as partnerships go.</summary>
    /// <param name="shares">A plan.</param>
    /// <param name="valueBound">A bound of the value.</param>
    public IReadOnlyList<StageResult> Stages(IEnumerable<Share> shares, long valueBound)
    {
        var choice = new Assignment(_model.Model, []);
        foreach (var share in shares) choice.Add(share);
        var stages = Of(choice);
        var least = stages.Where(stage => stage.Stage is ObjectiveStage.Coverage).Select(stage => stage.Reached).FirstOrDefault();
        var kept = (int)_model.Model.Fairness.Tolerances.Kept(ObjectiveStage.Coverage, least);
        return [.. stages.Select(stage => new StageResult(stage.Stage, stage.Level, stage.Reached, Math.Max(stage.Reached, stage.Stage switch
        {
            ObjectiveStage.CriticalWarZone => new PartnerFlow(_model.Model, _model.Model.Fairness.InWarZone, criticalOnly: true).Most(),
            ObjectiveStage.Coverage => _goals.Groups.Bound(stage.Level, stage.Level == 1 ? 0 : kept),
            ObjectiveStage.OutsideShare => _goals.Due,
            _ => valueBound,
        }), Work: 0))];
    }

    /// <summary>What each goal reaches, the most important first.</summary>
    public IReadOnlyList<(ObjectiveStage Stage, int Level, long Reached)> Of(Assignment choice) => _goals.Of(choice);
}
