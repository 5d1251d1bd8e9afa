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

    /// <summary>Raw × weight / 100, rounded half up.</summary>
    internal static int Points(int raw, int weight) => (raw * weight + 50) / 100;

    private static CriterionScore Weigh(Criterion criterion, Fit fit)
    {
        var rating = criterion.Rate(fit);
        var weight = fit.Problem.Scenario.CriterionWeights[criterion.Code];
        var points = Points(rating.Raw, weight);
        return new CriterionScore(criterion.Code, rating.Raw, weight, points, rating.Missing, rating.Reasons);
    }
}
