using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.ReadModel;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>A proposal with the names of its parties, for lists.</summary>
internal sealed class ProposalRow
{
    public required Proposal Proposal { get; init; }

    public required KnownPlace Supplier { get; init; }

    public required KnownPlace Hromada { get; init; }
}

/// <summary>
/// The one place that decides which proposals a reader sees. Staff see all, as far as <see cref="NeedSight"/> tells them of the need.
/// A partner sees those of municipalities that it acts for, from the moment at which that side was asked: the hromada hears of
/// nothing that a supplier turned down.
/// </summary>
internal sealed class VisibleProposals(MatchingDb db, ActingFor<MatchingDb> acting, Caller caller)
{
    /// <summary>What the caller may see.</summary>
    public async Task<IQueryable<ProposalRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var rows = from proposal in db.Proposals.AsNoTracking()
                   join supplier in db.Places on proposal.SupplierId equals supplier.Id
                   join hromada in db.Places on proposal.HromadaId equals hromada.Id
                   select new ProposalRow { Proposal = proposal, Supplier = supplier, Hromada = hromada };
        if (await acting.CodesAsync(cancellationToken) is { } codes)
            return rows.Where(row =>
                (row.Proposal.ReleasedAt != null && codes.Contains(row.Supplier.Code))
                || (row.Proposal.HromadaAskedAt != null && codes.Contains(row.Hromada.Code)));
        var hidden = (await NeedSight.LoadAsync(db, caller, cancellationToken)).Hidden;
        return hidden.Count == 0 ? rows : rows.Where(row => !hidden.Contains(row.Proposal.NeedId));
    }

    /// <summary>The proposal with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">unknown_proposal: there is none, or not for this caller.</exception>
    public async Task<ProposalRow> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await (await RowsAsync(cancellationToken)).SingleOrDefaultAsync(row => row.Proposal.Id == id, cancellationToken)
        ?? throw ProposalChange.Unknown();

    /// <summary>For which side of the proposal the caller may speak: the one whose turn it is when it acts for both; null for neither.</summary>
    public async Task<Side?> SideAsync(ProposalRow row, CancellationToken cancellationToken)
    {
        if (await acting.CodesAsync(cancellationToken) is not { } codes)
            return null;
        var ofSupplier = codes.Contains(row.Supplier.Code);
        var ofHromada = row.Proposal.HromadaAskedAt is not null && codes.Contains(row.Hromada.Code);
        return ofSupplier && ofHromada
            ? ProposalTurn.Of(row.Proposal) ?? Side.Supplier
            : ofSupplier ? Side.Supplier : ofHromada ? Side.Hromada : null;
    }
}
