namespace Kommunebro.Matching.Engine;

/// <summary>An amount of work, and whether somebody stated it or the scenario's assumptions gave it.</summary>
/// <param name="Days">Person-days.</param>
/// <param name="Assumption">Why it was assumed; null when it was stated.</param>
public sealed record PersonDays(int Days, Sentence? Assumption)
{
    /// <summary>True when the number is an assumption, which a person confirms before a proposal goes out.</summary>
    public bool Assumed => Assumption is not null;

    /// <summary>An amount that the municipality itself stated.</summary>
    public static PersonDays Stated(int days) => new(days, null);
}
