namespace Kommunebro.Matching.Engine;

/// <summary>
/// The criteria of an eligible pair, weighed. Points are whole tenths of the hundred that the weights share, so a score
/// runs from 0 to 1000 and is exactly the sum of its parts.
/// </summary>
public static class Scoring
{
    /// <summary>All criteria, in the order of <see cref="CriterionCode.All"/>.</summary>
    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new AreaFit(),
        new ModeHorizonFit(),
        new CapacityForUrgency(),
        new ProfileSimilarity(),
        new LanguageFit(),
        new PriorTie(),
        new CategoryCompetence(),
        new Reciprocity(),
    ];

    /// <summary>What each criterion gives to the pair.</summary>
    /// <param name="fit">An eligible pair.</param>
    public static IReadOnlyList<CriterionScore> Breakdown(Fit fit) => [.. Criteria.Select(criterion => Weigh(criterion, fit))];

    /// <summary>
    /// Points that every pair of one need gets beside its score before needs are compared: what the need's best supplier
    /// lacks of the full points in each criterion that looks at the town's own traits.
    /// </summary>
    /// <param name="breakdowns">The breakdowns of all eligible pairs of one need.</param>
    public static int Levelling(IReadOnlyList<IReadOnlyList<CriterionScore>> breakdowns)
    {
        if (breakdowns.Count == 0) return 0;
        var levelling = 0;
        for (var index = 0; index < Criteria.Count; index++)
            if (Criteria[index].DependsOnTown)
                levelling += breakdowns[0][index].MaxPoints - breakdowns.Max(breakdown => breakdown[index].Points);
        return levelling;
    }

    private static CriterionScore Weigh(Criterion criterion, Fit fit)
    {
        var rating = criterion.Rate(fit);
        var weight = fit.Problem.Scenario.CriterionWeights[criterion.Code];
        var points = (rating.Raw * weight + 50) / 100;
        return new CriterionScore(criterion.Code, rating.Raw, weight, points, rating.Missing, rating.Reasons);
    }
}
