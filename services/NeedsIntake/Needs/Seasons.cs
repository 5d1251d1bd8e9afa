namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Priorities follow the season: what is needed for a season must be helped before it begins.</summary>
internal static class Seasons
{
    /// <summary>Help takes time: a season presses from two months before it begins.</summary>
    private const int MonthsAhead = 2;

    /// <summary>The season whose needs come first on <paramref name="day"/>: from October to December it is the winter.</summary>
    public static Season PressingOn(DateTimeOffset day) => day.AddMonths(MonthsAhead).Month switch
    {
        12 or 1 or 2 => Season.Winter,
        3 or 4 or 5 => Season.Spring,
        6 or 7 or 8 => Season.Summer,
        _ => Season.Autumn,
    };
}
