using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>Shows a need beside another one, as far as the reader sees both.</summary>
internal sealed class SideBySide(NeedsIntakeDb db, NeedVisibility visibility)
{
    /// <summary>The needs with these ids that the reader sees in full.</summary>
    public async Task<Dictionary<Guid, NeedRow>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = NeedRow.Of(db, db.Needs.AsNoTracking().Where(need => ids.Contains(need.Id)));
        return await (await visibility.SeenInFullAsync(rows, cancellationToken)).ToDictionaryAsync(row => row.Need.Id, cancellationToken);
    }

    /// <summary>What the reader sees of <paramref name="other"/>.</summary>
    public async Task<LikelyDuplicateView> ShowAsync(OtherNeed other, CancellationToken cancellationToken) => new(
        await visibility.ShowAsync(other.Row.Need, other.Row.Hromada, cancellationToken),
        other.Likeness, other.Reasons, other.DaysApart, other.Link is null ? null : NeedLinkView.Of(other.Link));
}
