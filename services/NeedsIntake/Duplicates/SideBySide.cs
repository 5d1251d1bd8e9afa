using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>Shows a need beside another one, as far as the reader sees both.</summary>
internal sealed class SideBySide(NeedsIntakeDb db, NeedVisibility visibility)
{
    private const double Alike = 0.4;

    /// <summary>The needs with these ids that the reader sees in full.</summary>
    public async Task<Dictionary<Guid, NeedRow>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = NeedRow.Of(db, db.Needs.AsNoTracking().Where(need => ids.Contains(need.Id)));
        return await (await visibility.SeenInFullAsync(rows, cancellationToken)).ToDictionaryAsync(row => row.Need.Id, cancellationToken);
    }

    /// <summary><paramref name="other"/> as it stands beside <paramref name="one"/>.</summary>
    public async Task<LikelyDuplicateView> ShowAsync(
        NeedRow one, NeedRow other, LikelyPair? pair, NeedLink? link, CancellationToken cancellationToken) => new(
        await visibility.ShowAsync(other.Need, other.Hromada, cancellationToken),
        pair is null ? null : Math.Round(pair.Likeness, 2),
        ReasonsOf(one.Need, other.Need, pair),
        (int)(one.Need.SubmittedAt - other.Need.SubmittedAt).Duration().TotalDays,
        link is null ? null : NeedLinkView.Of(link));

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
