namespace Kommunebro.Matching.Proposals;

/// <summary>
/// By when a Norwegian municipality is asked to answer: councils must be able to meet, and in July nobody does. A hromada is
/// given no day: nothing of it expires by silence.
/// </summary>
internal static class AnswerDeadline
{
    private const int July = 7;

    /// <summary>The day for a proposal that is sent out on <paramref name="day"/>; a day of July becomes the same day of August.</summary>
    public static DateOnly From(DateOnly day, int weeks)
    {
        var end = day.AddDays(7 * weeks);
        return end.Month == July ? end.AddMonths(1) : end;
    }
}
