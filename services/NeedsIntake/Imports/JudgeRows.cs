namespace Kommunebro.NeedsIntake.Imports;

/// <summary>What is to become of a row, as far as it goes by the row itself, its file and earlier imports.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">valid, already_imported, stands_twice or refused.</param>
/// <param name="NeedId">The need that its reference stands for since an earlier import.</param>
/// <param name="Faults">Why it is refused, each as "column:code" or "column:code:line of the other row".</param>
internal sealed record JudgedRow(CheckedRow Row, RowOutcome Outcome, Guid? NeedId, IReadOnlyList<string> Faults);

/// <summary>Tells rows that are known from those that are new, and from others that take a reference which is not theirs.</summary>
internal sealed class JudgeRows
{
    private const string ReferenceTaken = "reference:reference_taken";

    private readonly Dictionary<string, CheckedRow> _first;

    /// <summary>Judges the rows of a file, all of which it must be given.</summary>
    public JudgeRows(IEnumerable<CheckedRow> file) => _first = file
        .GroupBy(row => row.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.FirstOrDefault(row => row.Content.Length > 0) ?? group.First(), StringComparer.Ordinal);

    /// <param name="row">The row.</param>
    /// <param name="known">What an earlier import brought under its key.</param>
    public JudgedRow Of(CheckedRow row, ImportedNeed? known)
    {
        var first = _first[row.Key];
        var repeats = first.Line != row.Line && first.Content == row.Content;
        // Before the rules are looked at: a day that was ahead when the row came may have passed when its file is sent again.
        if (known is not null && known.Content == row.Content)
            return repeats ? new JudgedRow(row, RowOutcome.StandsTwice, null, []) : new JudgedRow(row, RowOutcome.AlreadyImported, known.NeedId, []);
        IReadOnlyList<string> faults = [.. row.Faults, .. Taken(row, first, known)];
        if (faults.Count > 0)
            return new JudgedRow(row, RowOutcome.Refused, known?.NeedId, faults);
        return new JudgedRow(row, repeats ? RowOutcome.StandsTwice : RowOutcome.Valid, null, []);
    }

    private static IEnumerable<string> Taken(CheckedRow row, CheckedRow first, ImportedNeed? known) =>
        // What a row says may not be known; then neither is whether it says the same.
        row.Content.Length == 0 ? []
        : first.Content != row.Content ? [$"{ReferenceTaken}:{first.Line}"]
        : known is not null ? [ReferenceTaken]
        : [];
}
