namespace Kommunebro.Admin.Forms;

/// <summary>What somebody else and the writer of a form say differently.</summary>
/// <param name="Label">Of what.</param>
/// <param name="Theirs">As it is kept now; empty where nothing is said.</param>
/// <param name="Mine">As it stands in the form; empty where nothing is said.</param>
public sealed record Difference(string Label, string Theirs, string Mine)
{
    /// <summary>Where two tellings differ, in the order of the first; what only the second has stands last.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<(string Label, string Text)> theirs, IEnumerable<(string Label, string Text)> mine)
    {
        var (kept, written) = (ByLabel(theirs), ByLabel(mine));
        return
        [
            .. kept.Keys.Union(written.Keys)
                .Select(label => new Difference(label, kept.GetValueOrDefault(label, ""), written.GetValueOrDefault(label, "")))
                .Where(one => one.Theirs != one.Mine),
        ];
    }

    /// <summary>A label that stands twice, as an area that somebody chose twice, tells both.</summary>
    private static Dictionary<string, string> ByLabel(IEnumerable<(string Label, string Text)> telling) =>
        telling.GroupBy(line => line.Label).ToDictionary(lines => lines.Key, lines => string.Join(" / ", lines.Select(line => line.Text.ReplaceLineEndings("\n"))));
}
