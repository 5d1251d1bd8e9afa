using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.Matching.Timeline;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>The one place through which partnerships are shown, so it is where masks are applied.</summary>
internal sealed class PartnershipTeller(MatchingDb db, VisiblePartnerships visible, Caller caller)
{
    /// <summary>One partnership in full.</summary>
    /// <exception cref="Refusal">unknown_partnership: there is none, or not for this caller.</exception>
    public async Task<PartnershipView> TellAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var row = await visible.FindAsync(id, cancellationToken);
        var view = (await TellAsync([row], language, cancellationToken))[0];
        return caller.Kind == CallerKind.Partner
            ? view
            : view with { Timeline = [.. (await db.TimelineOfAsync(id, cancellationToken)).Select(HistoryView.Of)] };
    }

    /// <summary>The partnerships of a list, without timelines.</summary>
    public async Task<IReadOnlyList<PartnershipView>> TellAsync(
        IReadOnlyList<PartnershipRow> rows, string language, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(row => new[] { row.Partnership.SupplierId, row.Partnership.HromadaId });
        var sight = await NeedSight.LoadAsync(db, caller, cancellationToken);
        var book = await PlaceBook.LoadAsync(db, sight, ids, language, cancellationToken);
        var views = new List<PartnershipView>();
        foreach (var row in rows)
            views.Add(View(row.Partnership, await visible.ActsForHromadaAsync(row, cancellationToken), book));
        return views;
    }

    private PartnershipView View(Partnership partnership, bool isHromada, PlaceBook book) => new(
        partnership.Id,
        partnership.Version,
        partnership.Stage,
        partnership.Exists,
        partnership.Origin,
        partnership.ProposalId,
        book.Party(partnership.SupplierId),
        book.Party(partnership.HromadaId),
        [.. partnership.Needs.Select(need => book.Need(need, isHromada))],
        book.Area(partnership.AreaCode),
        partnership.PersonDays,
        partnership.StartedAt,
        partnership.StageOn,
        partnership.FollowUpOn,
        !PartnershipLifeCycle.IsEnd(partnership.Stage),
        caller.IsCoordinator() ? PartnershipLifeCycle.Next(partnership.Stage) : [],
        []);
}
