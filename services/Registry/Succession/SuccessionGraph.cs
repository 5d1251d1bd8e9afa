namespace Kommunebro.Registry.Succession;

/// <summary>Follows codes through mergers and splits. Codes are used again, so only a code with a day says what is meant.</summary>
public sealed class SuccessionGraph(IEnumerable<CodeChange> changes)
{
    private readonly ILookup<DateOnly, CodeChange> _byDay = changes.ToLookup(change => change.OccurredOn);

    /// <summary>
    /// What became of the code of the day <paramref name="on"/> until the day <paramref name="at"/>: every code that took over some of it. More than one means
    /// that it was split, and only a person can say which is meant; they are never made one.
    /// </summary>
    public (IReadOnlyList<string> Codes, IReadOnlyList<CodeChange> Steps) Follow(string code, DateOnly on, DateOnly at)
    {
        var (codes, steps) = (new HashSet<string>(StringComparer.Ordinal) { code }, new List<CodeChange>());
        // A change of the day itself has happened already: the code of that day is the new one.
        foreach (var day in _byDay.Select(group => group.Key).Where(day => day > on && day <= at).Order())
        {
            var now = _byDay[day].Where(change => codes.Contains(change.OldCode)).ToList();
            steps.AddRange(now);
            // All of a day at once: codes may be exchanged on it.
            codes = [.. codes.Except(now.Select(change => change.OldCode)), .. now.Select(change => change.NewCode)];
        }

        return ([.. codes.Order(StringComparer.Ordinal)], steps);
    }

    /// <summary>What the code of the day <paramref name="on"/> took over when it began, or since; the latest first.</summary>
    public IReadOnlyList<CodeChange> Before(string code, DateOnly on) =>
    [
        .. _byDay.Where(group => group.Key <= on).OrderByDescending(group => group.Key).SelectMany(group => group)
            .Where(change => change.NewCode == code && change.OldCode != code).OrderByDescending(change => change.OccurredOn).ThenBy(change => change.OldCode, StringComparer.Ordinal),
    ];

    /// <summary>Whether the code was there on <paramref name="day"/>: by the last change that touched it until then, or by the next one.</summary>
    public bool Knows(string code, DateOnly day)
    {
        var touching = _byDay.Where(group => group.Any(change => change.OldCode == code || change.NewCode == code)).OrderBy(group => group.Key).ToList();
        return touching.LastOrDefault(group => group.Key <= day)?.Any(change => change.NewCode == code) == true
            || touching.Find(group => group.Key > day)?.Any(change => change.OldCode == code) == true;
    }
}
