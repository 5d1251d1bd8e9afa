namespace Kommunebro.Matching.Proposals;

/// <summary>
/// By when a Norwegian municipality is asked to answer: councils must be able to meet, and in July nobody does. A hromada is
/// given no day: nothing of it expires by silence.
/// </summary>
internal static class AnswerDeadline
{
    private const int July = 7;

    /// <summary>The day for a proposal that is sent out on <paramref name="day"/>; days of July do not count.</summary>
    public static DateOnly From(DateOnly day, int weeks)
    {
        var end = day;
        for (var left = 7 * weeks; left > 0; left -= end.Month == July ? 0 : 1) end = end.AddDays(1);
        return end;
    }
}
