namespace Kommunebro.Matching.Engine;

/// <summary>The criteria by which suppliers are ranked for a need: their stable codes, as scenarios and breakdowns name them.</summary>
public static class CriterionCode
{
    /// <summary>Competence level, in the same or a related area.</summary>
    public const string AreaFit = "area_fit";

    /// <summary>Wanted forms of help, and a length of cooperation that suits.</summary>
    public const string ModeHorizonFit = "mode_horizon_fit";

    /// <summary>Capacity to spare, more where it is urgent.</summary>
    public const string CapacityForUrgency = "capacity_for_urgency";

    /// <summary>Likeness in size.</summary>
    public const string ProfileSimilarity = "profile_similarity";

    /// <summary>A common working language.</summary>
    public const string Language = "language";

    /// <summary>Earlier ties between the two.</summary>
    public const string PriorTie = "prior_tie";

    /// <summary>Competence in what the hromada's category needs most.</summary>
    public const string CategoryCompetence = "category_competence";

    /// <summary>What the supplier can learn back.</summary>
    public const string Reciprocity = "reciprocity";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AreaFit, ModeHorizonFit, CapacityForUrgency, ProfileSimilarity, Language, PriorTie, CategoryCompetence, Reciprocity,
    ];
}
