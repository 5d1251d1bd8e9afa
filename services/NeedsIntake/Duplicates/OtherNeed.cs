using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>A need as it stands beside another one.</summary>
/// <param name="Row">It.</param>
/// <param name="Likeness">How alike the two are, 0 to 1; null when only a person says so.</param>
/// <param name="Reasons">Why: title_alike, text_alike, same_area; more_urgent when the later one is more urgent than the earlier.</param>
/// <param name="DaysApart">Whole days between the two submissions.</param>
/// <param name="Link">What AUC decided on the two; null when it did not.</param>
internal sealed record OtherNeed(NeedRow Row, double? Likeness, IReadOnlyList<string> Reasons, int DaysApart, NeedLink? Link)
{
    private const double Alike = 0.4;

    /// <summary><paramref name="other"/> beside <paramref name="one"/>.</summary>
    public static OtherNeed Beside(NeedRow one, NeedRow other, LikelyPair? pair, NeedLink? link) => new(
        other, pair is null ? null : Math.Round(pair.Likeness, 2), ReasonsOf(one.Need, other.Need, pair),
        (int)(one.Need.SubmittedAt - other.Need.SubmittedAt).Duration().TotalDays, link);

    private static List<string> ReasonsOf(Need one, Need other, LikelyPair? pair)
    {
        var reasons = new List<string>();
        if (pair is { Title: >= Alike })
            reasons.Add("title_alike");
        if (pair is { Text: >= Alike })
            reasons.Add("text_alike");
        if (one.Statement.AreaCode == other.Statement.AreaCode)
            reasons.Add("same_area");
        var (earlier, later) = one.SubmittedAt <= other.SubmittedAt ? (one, other) : (other, one);
        if (later.Statement.Urgency > earlier.Statement.Urgency)
            reasons.Add("more_urgent");
        return reasons;
    }
}
