using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.Matching.Timeline;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>The one place through which proposals are shown, so it is where masks are applied.</summary>
internal sealed class ProposalTeller(MatchingDb db, VisibleProposals visible, Caller caller)
{
    /// <summary>One proposal in full.</summary>
    /// <exception cref="Refusal">unknown_proposal: there is none, or not for this caller.</exception>
    public async Task<ProposalView> TellAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var row = await visible.FindAsync(id, cancellationToken);
        var view = (await TellAsync([row], language, cancellationToken))[0];
        if (caller.Kind == CallerKind.Partner)
            return view;
        var book = await BookAsync([row.Proposal], language, cancellationToken);
        return view with
        {
            Criteria = book.Teller.Tell(row.Proposal.Match.Criteria),
            History = [.. (await db.TimelineOfAsync(id, cancellationToken)).Select(HistoryView.Of)],
        };
    }

    /// <summary>The proposals of a list, without criteria and history.</summary>
    public async Task<IReadOnlyList<ProposalView>> TellAsync(
        IReadOnlyList<ProposalRow> rows, string language, CancellationToken cancellationToken)
    {
        var book = await BookAsync(rows.Select(row => row.Proposal), language, cancellationToken);
        var views = new List<ProposalView>();
        foreach (var row in rows)
            views.Add(View(row.Proposal, await visible.SideAsync(row, cancellationToken), book));
        return views;
    }

    private async Task<PlaceBook> BookAsync(IEnumerable<Proposal> proposals, string language, CancellationToken cancellationToken) =>
        await PlaceBook.LoadAsync(
            db,
            await NeedSight.LoadAsync(db, caller, cancellationToken),
            proposals.SelectMany(proposal => new[] { proposal.SupplierId, proposal.HromadaId }),
            language,
            cancellationToken);

    private ProposalView View(Proposal proposal, Side? side, PlaceBook book)
    {
        var isStaff = caller.Kind != CallerKind.Partner;
        return new ProposalView(
            proposal.Id,
            proposal.Version,
            proposal.Status,
            side,
            isStaff ? proposal.Origin : null,
            isStaff ? proposal.RunId : null,
            book.Party(proposal.SupplierId),
            book.Need(proposal.Match.Need, isOwn: side == Side.Hromada),
            book.Area(proposal.AreaCode),
            proposal.Quarters,
            proposal.Match.Coordinates,
            proposal.PersonDays,
            proposal.PersonDaysAssumed,
            isStaff ? proposal.Score : null,
            [],
            book.Teller.Why(proposal.Match),
            book.Teller.Tell(proposal.Match.Explanation.Conditions),
            // The need's effort is confirmed by the first key; what is assumed of the supplier stays told.
            proposal.PersonDaysAssumed || !proposal.Match.PersonDaysAssumed
                ? book.Teller.Tell(proposal.Match.Explanation.Assumptions)
                : book.Teller.Tell([.. proposal.Match.Explanation.Assumptions.Skip(1)]),
            isStaff ? KeyOf(proposal, ApprovalKey.Ks) : null,
            isStaff ? KeyOf(proposal, ApprovalKey.Auc) : null,
            isStaff || side == Side.Supplier ? AnswerView.Of(proposal.SupplierAnswer) : AnswerView.ForOther(proposal.SupplierAnswer),
            isStaff || side == Side.Hromada ? AnswerView.Of(proposal.HromadaAnswer) : AnswerView.ForOther(proposal.HromadaAnswer),
            proposal.AnswerBy,
            proposal.PartnershipId,
            proposal.Status == ProposalStatus.Accepted,
            proposal.ProposedAt,
            isStaff ? proposal.Reason : null,
            proposal.Opening?.Ground,
            ProposalSteps.Of(proposal, caller, side),
            proposal.Match.Illustrative,
            []);
    }

    private static KeyView? KeyOf(Proposal proposal, ApprovalKey key) =>
        proposal.Turned(key) is { By: { } by, At: { } at } ? new KeyView(by, at) : null;
}
